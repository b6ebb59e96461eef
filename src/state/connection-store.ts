import { createStore } from 'zustand/vanilla';
import {
  type ConnectionState,
  type ConnectionStore,
  type LocalReading,
  type LocalServer,
  localConnectionId,
} from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import { type LocalConnection, type ReadJsonPort, readLocalConnection } from './local-connection.ts';
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
  let local: LocalConnection | null = null;
  let wanted = tabStorage.get(activeKey) ?? storage.get(activeKey);
  let reading: Promise<LocalReading> | null = null;

  const show = (server?: LocalServer): void => {
    const before = store.getState().connections;
    const connections = [...(local ? [local.connection] : []), ...stored.read()];
    for (const old of before)
      if (!connections.some((now) => sameAddress(now, old))) credentials.forget(old.id);
    store.setState({
      connections,
      activeId: activeAmong(connections, wanted),
      withCredentials: withCredentials(connections, credentials),
      ...(server ? { local: server } : {}),
    });
  };
  const readNow = async (): Promise<LocalReading> => {
    const answer = await readLocalConnection(options.fetch);
    if (answer.state !== 'ready') {
      show(answer);
      return answer.state;
    }
    const changed = local?.credentials.accessKeyId !== answer.local.credentials.accessKeyId;
    local = answer.local;
    const { functionsDir, allowedEndpoints } = local;
    show({ state: 'ready', functionsDir, allowedEndpoints });
    credentials.set(localConnectionId, local.credentials);
    show();
    return changed ? 'changed' : 'same';
  };
  const store: ConnectionStore = createStore<ConnectionState>((set, get) => ({
    connections: stored.read(),
    activeId: activeAmong(stored.read(), wanted),
    local: { state: 'reading' },
    withCredentials: new Set(),
    actions: {
      readLocal: () => (reading ??= readNow().finally(() => (reading = null))),
      activate(id) {
        wanted = id;
        tabStorage.set(activeKey, id);
        storage.set(activeKey, id);
        show();
      },
      save(connection) {
        const kept = stored.save(connection);
        show();
        return kept;
      },
      remove(id) {
        stored.remove(id);
        show();
      },
      setCredentials(id, source) {
        if (source) credentials.set(id, source);
        else credentials.forget(id);
        set({ withCredentials: withCredentials(get().connections, credentials) });
      },
    },
  }));
  stored.watch(() => show());
  return store;
}

/** A connection that is gone is never replaced by another stored one: it might be production. */
function activeAmong(connections: readonly Connection[], wanted: string | null): string | null {
  const found =
    connections.find(({ id }) => id === wanted) ?? connections.find(({ kind }) => kind === 'local');
  return found?.id ?? null;
}

function sameAddress(a: Connection, b: Connection): boolean {
  return a.id === b.id && a.endpoint === b.endpoint && a.region === b.region;
}

function withCredentials(connections: readonly Connection[], memory: CredentialMemory): ReadonlySet<string> {
  return new Set(connections.filter(({ id }) => memory.get(id) !== undefined).map(({ id }) => id));
}
