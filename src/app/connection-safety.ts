import { createInvokeClient } from '../core/index.ts';
import { createConnectionChecks, type ConnectionChecks } from '../state/connection-checks.ts';
import { connectionEdits, type ConnectionEdits } from '../state/connection-edits.ts';
import { isLoopback } from '../state/connection-endpoint.ts';
import {
  credentialsGuard,
  originGuard,
  readOnlyGuard,
  storedConnection,
} from '../state/connection-guards.ts';
import { createKeeping, type KeepingStore } from '../state/credential-keeping.ts';
import { warnOfExpiry } from '../state/expiry-warning.ts';
import { onActivity } from '../state/page-activity.ts';
import { createProductionGuard } from '../state/production-guard.ts';
import { profileSource, type ProfileSource } from '../state/profiles.ts';
import { storedConnections } from '../state/stored-connections.ts';
import type { RunGuard } from '../state/run-types.ts';
import { createProductionQuestion, type ProductionQuestion } from '../state/production-question.ts';
import type { ConnectionStores, SessionExchanger } from './compose-connections.ts';
import type { ClientFor } from '../state/client-factory.ts';

/** What guards a connection that a person made, keeps its credentials, and asks whose they are. */
export interface ConnectionSafety {
  guards: readonly RunGuard[];
  question: ProductionQuestion;
  keeping: KeepingStore;
  checks: ConnectionChecks;
  edits: ConnectionEdits;
  profiles: ProfileSource;
}

export interface CreateSafety extends ConnectionStores {
  clientFor: ClientFor;
  exchange: SessionExchanger;
}

/** Late code: the local connection, with which a page begins, needs none of it. */
export function createSafety({
  connections,
  credentials,
  notices,
  local,
  clientFor,
  exchange,
}: CreateSafety): ConnectionSafety {
  const now = (): Date => new Date();
  const production = createProductionGuard({
    isProduction: ({ connection }) =>
      connection.production || storedConnection(connections, connection)?.production === true,
    monotonicMs: () => performance.now(),
  });
  const keeping = createKeeping({
    connections,
    origin: { isSecure: window.isSecureContext, isLoopback: isLoopback(window.location.origin) },
    loadKeeper: async () => {
      const [{ createCredentialKeeper }, { keptRecords }] = await Promise.all([
        import('../state/credential-keeper.ts'),
        import('../state/kept-records.ts'),
      ]);
      const known = () => connections.getState().connections;
      return createCredentialKeeper({ records: keptRecords(), credentials, connections: known, now });
    },
    onActivity,
    startTimer,
  });
  void keeping.getState().actions.restore();
  warnOfExpiry({ connections, notices, now, startTimer });
  return {
    guards: [
      readOnlyGuard(connections),
      originGuard(connections),
      credentialsGuard({ connections, credentials, now }),
      production.guard,
    ],
    question: createProductionQuestion(production),
    keeping,
    checks: createConnectionChecks({
      connections,
      credentials,
      notices,
      clientFor,
      // Without the clock correction and repetition of a run: a wrong key is said at once.
      exchange: (connection, tokenCode) =>
        exchange(connection, { createClient: createInvokeClient, credentials }, tokenCode),
    }),
    edits: connectionEdits({
      stored: storedConnections(local),
      credentials,
      randomUUID: () => crypto.randomUUID(),
      show: () => connections.getState().actions.refresh(),
    }),
    profiles: profileSource((url, init) => fetch(url, init)),
  };
}

function startTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
