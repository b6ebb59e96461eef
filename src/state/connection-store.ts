import { createStore } from 'zustand/vanilla';
import {
  type ConnectionActions,
  type ConnectionState,
  type ConnectionStore,
  type LocalReading,
  type LocalServer,
  localConnectionId,
} from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import {
  type LocalAnswer,
  type LocalConnection,
  type ReadJsonPort,
  readLocalConnection,
} from './local-connection.ts';
import { storedConnections } from './stored-connections.ts';
import type { TextStorage } from './text-storage.ts';
import type { Connection } from './types.ts';

export interface CreateConnectionStore {
  /** localStorage: connections, and the one used last. */
  storage: TextStorage;
  /** sessionStorage: the one that this browser tab uses. */
  tabStorage: TextStorage;
  credentials: CredentialMemory;
  /** Reads connection.json; the URL is relative to the page. */
  fetch: ReadJsonPort;
}

const activeKey = 'invoke-console.connection';

export function createConnectionStore(options: CreateConnectionStore): ConnectionStore {
  const { storage, tabStorage, credentials } = options;
  const stored = storedConnections(storage);
  const memory: Memory = { local: null, wanted: tabStorage.get(activeKey) ?? storage.get(activeKey) };
  let reading: Promise<LocalReading> | null = null;

  const show = (server?: LocalServer): void => {
    const connections = [...(memory.local ? [memory.local.connection] : []), ...stored.read()];
    for (const gone of missingFrom(connections, store.getState().connections)) credentials.set(gone.id, null);
    if (memory.local) credentials.set(localConnectionId, memory.local.credentials);
    store.setState({
      connections,
      activeId: activeAmong(connections, memory.wanted),
      withCredentials: withCredentials(connections, credentials),
      ...(server ? { local: server } : {}),
    });
  };
  const accept = (answer: LocalAnswer): LocalReading => {
    if (answer.state !== 'ready') {
      show(answer);
      return answer.state;
    }
    const { functionsDir, presetsDir, allowedEndpoints, credentials: keys } = answer.local;
    const changed = memory.local?.credentials.accessKeyId !== keys.accessKeyId;
    memory.local = answer.local;
    show({ state: 'ready', functionsDir, presetsDir, allowedEndpoints });
    return changed ? 'changed' : 'same';
  };
  const actions: ConnectionActions = {
    readLocal: () =>
      (reading ??= readLocalConnection(options.fetch)
        .then(accept)
        .finally(() => (reading = null))),
    activate(id) {
      memory.wanted = id;
      tabStorage.set(activeKey, id);
      storage.set(activeKey, id);
      show();
    },
    save: (connection) => shown(stored.save(connection)),
    remove: (id) => void shown(stored.remove(id)),
    setCredentials(id, source) {
      credentials.set(id, source);
      show();
    },
  };
  const shown = (kept: boolean): boolean => {
    show();
    return kept;
  };
  const store: ConnectionStore = createStore<ConnectionState>(() => ({
    connections: stored.read(),
    activeId: activeAmong(stored.read(), memory.wanted),
    local: { state: 'reading' },
    withCredentials: new Set(),
    actions,
  }));
  stored.watch(() => show());
  return store;
}

interface Memory {
  local: LocalConnection | null;
  /** The connection that this tab asked for, whether or not it is there. */
  wanted: string | null;
}

/** A connection that is gone is never replaced by another stored one: it might be production. */
function activeAmong(connections: readonly Connection[], wanted: string | null): string | null {
  const found =
    connections.find(({ id }) => id === wanted) ?? connections.find(({ kind }) => kind === 'local');
  return found?.id ?? null;
}

/** Connections that were removed, or moved to another address. */
function missingFrom(now: readonly Connection[], before: readonly Connection[]): readonly Connection[] {
  const isSame = (a: Connection, b: Connection): boolean =>
    a.id === b.id && a.endpoint === b.endpoint && a.region === b.region;
  return before.filter((old) => !now.some((one) => isSame(one, old)));
}

function withCredentials(connections: readonly Connection[], memory: CredentialMemory): ReadonlySet<string> {
  return new Set(connections.filter(({ id }) => memory.get(id) !== undefined).map(({ id }) => id));
}
