import { createInvokeClient } from '../core/index.ts';
import {
  type ClientMakings,
  createClientFactory,
  type CreateClientFactory,
  transportMembers,
} from '../state/client-factory.ts';
import type { ConnectionStore } from '../state/connection-types.ts';
import type { CredentialMemory } from '../state/credential-memory.ts';
import { invokeFetch } from '../state/invoke-fetch.ts';
import type { NoticeStore } from '../state/notice-store.ts';
import { firstRefusal } from '../state/run-guards.ts';
import type { exchangeSession } from '../state/session-exchange.ts';
import type { RunGuard } from '../state/run-types.ts';
import type { TextStorage } from '../state/text-storage.ts';
import type { ConnectionSafety } from './connection-safety.ts';

export interface ConnectionStores {
  connections: ConnectionStore;
  credentials: CredentialMemory;
  notices: NoticeStore;
  /** Where the connections are stored. */
  local: TextStorage;
}

export interface ComposeConnections extends ConnectionStores {
  /** Where requests go in place of a connection's endpoint. */
  transportUrlOf: NonNullable<CreateClientFactory['transportUrlOf']>;
}

export type SessionExchanger = typeof exchangeSession;

/** What signs, and the late code that guards and keeps; a run on a stored connection never passes without it. */
export function composeConnections(
  { transportUrlOf, ...stores }: ComposeConnections,
  loadSafety = () => import('./connection-safety.ts'),
) {
  const { connections, credentials } = stores;
  const exchange: SessionExchanger = async (connection, ports, tokenCode) => {
    const { exchangeSession } = await import('../state/session-exchange.ts');
    // A session is made where the runs go: an endpoint that needs the relay needs it for this too.
    const transport = transportMembers(transportUrlOf(connection));
    const createClient: typeof createInvokeClient = (config) =>
      ports.createClient({ ...config, ...transport });
    return exchangeSession(connection, { ...ports, createClient }, tokenCode);
  };
  const signing: ClientMakings = {
    credentials,
    transportUrlOf,
    exchange: (connection) => exchange(connection, { createClient: createInvokeClient, credentials }),
    now: () => new Date(),
  };
  const clientFor = createClientFactory({
    ...signing,
    createClient: createInvokeClient,
    ports: { fetch: invokeFetch },
  });
  let made: Promise<ConnectionSafety> | undefined;
  const make = async (): Promise<ConnectionSafety> => {
    const { createSafety } = await loadSafety();
    return createSafety({ ...stores, clientFor, exchange });
  };
  const safety = (): Promise<ConnectionSafety> => {
    made ??= make().catch((failure: unknown) => {
      made = undefined;
      throw failure;
    });
    return made;
  };
  const guard: RunGuard = async (command) => {
    const { connections: all } = connections.getState();
    if (all.find(({ id }) => id === command.connection.id)?.kind === 'local') return { ok: true };
    const refusal = await firstRefusal((await safety()).guards, command);
    return refusal === null ? { ok: true } : { ok: false, refusal };
  };
  const keeps = connections.getState().connections.some(({ keep }) => keep !== 'memory');
  // Without it a run is refused, and says that a check could not be made.
  if (keeps) safety().catch(() => undefined);
  return { clientFor, signing, safety, guard };
}
