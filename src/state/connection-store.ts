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
import { isRenewable, signingExpiration } from './signing-credentials.ts';
import { storedConnections, type StoredConnections } from './stored-connections.ts';
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
    dropOfChanged(store.getState().connections, connections, credentials);
    if (memory.local) credentials.set(localConnectionId, memory.local.credentials);
    store.setState({
      connections,
      activeId: activeAmong(connections, memory.wanted),
      withCredentials: withCredentials(connections, credentials),
      expirations: expirations(connections, credentials),
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
    ...plainActions(() => store, { stored, credentials, show: () => show() }),
  };
  const store: ConnectionStore = createStore<ConnectionState>(() => ({
    connections: stored.read(),
    activeId: activeAmong(stored.read(), memory.wanted),
    ...nothingKnown,
    actions,
  }));
  stored.watch(() => show());
  credentials.watch((id, what) => {
    // Its keys change while it is being shown.
    if (id === localConnectionId) return;
    if (what === 'given') actions.setIdentity(id, null);
    show();
  });
  return store;
}

interface ActionPorts {
  stored: StoredConnections;
  credentials: CredentialMemory;
  show: () => void;
}

function plainActions(
  store: () => ConnectionStore,
  { stored, credentials, show }: ActionPorts,
): Omit<ConnectionActions, 'readLocal' | 'activate'> {
  return {
    refresh: show,
    save(connection) {
      const kept = stored.save(connection);
      show();
      return kept;
    },
    setCredentials: (id, source) => credentials.set(id, source),
    setLoginToken: (id, token) => credentials.setLoginToken(id, token),
    setIdentity: (id, identity) =>
      store().setState(({ identities: { [id]: _before, ...others } }) => ({
        identities: identity === null ? others : { ...others, [id]: identity },
      })),
  };
}

const nothingKnown = {
  local: { state: 'reading' },
  withCredentials: new Set<string>(),
  expirations: {},
  identities: {},
} as const;

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

/** A connection that was removed or moved loses its credentials; one that signs otherwise, its session. */
function dropOfChanged(
  before: readonly Connection[],
  after: readonly Connection[],
  credentials: CredentialMemory,
): void {
  for (const old of before) {
    const now = after.find(({ id }) => id === old.id);
    if (!now || now.endpoint !== old.endpoint || now.region !== old.region) {
      credentials.set(old.id, null);
      credentials.setLoginToken(old.id, null);
    } else if (JSON.stringify(now.signing) !== JSON.stringify(old.signing)) {
      credentials.setSession(old.id, null);
    }
  }
}

function expirations(
  connections: readonly Connection[],
  memory: CredentialMemory,
): Readonly<Record<string, Date>> {
  return Object.fromEntries(
    connections.flatMap((connection) => {
      const ends = isRenewable(connection)
        ? memory.get(connection.id)?.expiration
        : signingExpiration(connection, memory);
      return ends ? [[connection.id, ends]] : [];
    }),
  );
}

function withCredentials(connections: readonly Connection[], memory: CredentialMemory): ReadonlySet<string> {
  return new Set(connections.filter(({ id }) => memory.get(id) !== undefined).map(({ id }) => id));
}
