import type { StoreApi } from 'zustand/vanilla';
import type { CredentialSource } from '../core/index.ts';
import type { Connection } from './types.ts';

/** Connections without their credentials, which stay outside every store (credential-memory.ts). */
export interface ConnectionState {
  /** The local one first, when there is one; then the stored ones in their order. */
  connections: readonly Connection[];
  activeId: string | null;
  /** The endpoint that `npm start` runs, as far as this page knows. */
  local: LocalServer;
  /** Ids of the connections that have credentials in memory. */
  withCredentials: ReadonlySet<string>;
  /** When what signs for a connection now ends, by id; nothing where it does not end or is renewed by itself. */
  expirations: Readonly<Record<string, Date>>;
  /** Whose credentials they are, by connection id, as far as it was asked in this page. */
  identities: Readonly<Record<string, Identity>>;
  actions: ConnectionActions;
}

export type LocalServer =
  | { state: 'reading' }
  | { state: 'ready'; functionsDir: string; presetsDir: string | null; allowedEndpoints: readonly string[] }
  /** A static host: there is no connection.json, and nothing to say about it. */
  | { state: 'absent' }
  | { state: 'failed'; message: string };

export interface ConnectionActions {
  /** Reads connection.json. `changed`: the server was restarted and its new keys are in place. */
  readLocal(): Promise<LocalReading>;
  activate(id: string): void;
  /** Reads again what is stored. */
  refresh(): void;
  /**
   * Adds or replaces a stored connection. One whose endpoint or region changed loses its credentials: they were
   * given for another address. False when it could not be kept beyond this page.
   */
  save(connection: StoredConnection): boolean;
  /** Memory only; null forgets. */
  setCredentials(id: string, credentials: CredentialSource | null): void;
  /** The login token of an identity pool's user: memory only. */
  setLoginToken(id: string, token: string | null): void;
  setIdentity(id: string, identity: Identity | null): void;
}

/** What GetCallerIdentity said of the credentials of a connection. */
export type Identity =
  | { state: 'asking' }
  | { state: 'known'; account: string; arn: string }
  /** The service knows these credentials not, or not any more. */
  | { state: 'rejected'; message: string }
  /** No answer, or an endpoint without STS: nothing is known of the credentials by it. */
  | { state: 'unknown'; message: string };

/** What may be kept: never the local connection, whose keys and ports change with each start. */
export type StoredConnection = Connection & { kind: 'aws' | 'custom' };

export type LocalReading = 'changed' | 'same' | 'absent' | 'failed';

export type ConnectionStore = StoreApi<ConnectionState>;

/** The id of the connection to the endpoint that `npm start` runs. */
export const localConnectionId = 'local';

/** The active connection, or undefined when there is none yet. */
export function activeConnection(state: ConnectionState): Connection | undefined {
  return state.connections.find((connection) => connection.id === state.activeId);
}
