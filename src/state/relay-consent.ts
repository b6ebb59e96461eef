import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseJson, type TextStorage } from './text-storage.ts';
import type { Connection } from './types.ts';

/** For which connections the user lets requests go through the relay of the page's own server (docs/decisions/0010). */
export interface RelayState {
  /** Connection id and endpoint, as `relayKey` joins them: a consent is for that endpoint alone. */
  allowed: ReadonlySet<string>;
  actions: { allow(connection: Connection, isAllowed: boolean): void };
}

export type RelayStore = StoreApi<RelayState>;

const storageKey = 'invoke-console.relay';

export function createRelayStore(storage: TextStorage): RelayStore {
  const store: RelayStore = createStore<RelayState>(() => ({
    allowed: read(storage),
    actions: {
      allow(connection, isAllowed) {
        const allowed = new Set(read(storage));
        if (isAllowed) allowed.add(relayKey(connection));
        else allowed.delete(relayKey(connection));
        storage.set(storageKey, JSON.stringify([...allowed]));
        store.setState({ allowed });
      },
    },
  }));
  storage.watch(storageKey, () => store.setState({ allowed: read(storage) }));
  return store;
}

export function isRelayed(state: RelayState, connection: Connection | undefined): boolean {
  return connection?.kind === 'custom' && state.allowed.has(relayKey(connection));
}

/** What stands in for the endpoint in the addresses given to fetch; the signature stays the endpoint's. */
export function relayUrl(pageOrigin: string, endpoint: string): string {
  const { origin, pathname } = new URL(endpoint);
  return `${pageOrigin}/relay/${encodeURIComponent(origin + pathname.replace(/\/+$/, ''))}`;
}

function relayKey({ id, endpoint }: Connection): string {
  return `${id} ${endpoint ?? ''}`;
}

/** What is stored may be damaged: then nobody has agreed to anything. */
function read(storage: TextStorage): ReadonlySet<string> {
  const allowed = parseJson(storage.get(storageKey));
  return new Set(Array.isArray(allowed) ? allowed.filter((key) => typeof key === 'string') : []);
}
