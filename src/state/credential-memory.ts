import type { CredentialSource } from '../core/index.ts';

/**
 * Credentials by connection id, held by a closure and by nothing else: no store, record, query key or dump of
 * the state ever contains them. They are gone with the page.
 */
export interface CredentialMemory {
  /** The keys that were given. */
  get(connectionId: string): CredentialSource | undefined;
  /** null forgets. Either way what was made of the keys before is dropped with them. */
  set(connectionId: string, credentials: CredentialSource | null): void;
  /** The temporary credentials that were made for it: of a role, an MFA session or an identity pool. */
  session(connectionId: string): CredentialSource | undefined;
  setSession(connectionId: string, credentials: CredentialSource | null): void;
  /** Who the user of an identity pool is, by the word of their provider. */
  loginToken(connectionId: string): string | undefined;
  setLoginToken(connectionId: string, token: string | null): void;
  /** Another number once the keys, the login token or how they are used changed: what was begun before is stale. */
  epoch(connectionId: string): number;
  /** Hears of every change. */
  watch(listener: CredentialListener): () => void;
}

/** `given`: the keys or the login token are others, and what was made of them is gone. */
export type CredentialListener = (connectionId: string, what: 'given' | 'session') => void;

export function createCredentialMemory(): CredentialMemory {
  const given = new Map<string, CredentialSource>();
  const sessions = new Map<string, CredentialSource>();
  const tokens = new Map<string, string>();
  const epochs = new Map<string, number>();
  const listeners = new Set<CredentialListener>();
  const put = <T>(place: Map<string, T>, id: string, value: T | null): void => {
    if (value === null || !Object.is(place, sessions)) epochs.set(id, (epochs.get(id) ?? 0) + 1);
    if (place.get(id) === (value ?? undefined)) return;
    if (value === null) place.delete(id);
    else place.set(id, value);
    const what = Object.is(place, sessions) ? 'session' : 'given';
    if (what === 'given') sessions.delete(id);
    for (const listener of listeners) listener(id, what);
  };
  return {
    get: (id) => given.get(id),
    set: (id, credentials) => put<CredentialSource>(given, id, credentials),
    session: (id) => sessions.get(id),
    setSession: (id, credentials) => put<CredentialSource>(sessions, id, credentials),
    loginToken: (id) => tokens.get(id),
    setLoginToken: (id, token) => put<string>(tokens, id, token),
    epoch: (id) => epochs.get(id) ?? 0,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
