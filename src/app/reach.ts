import { QueryClient } from '@tanstack/react-query';
import type { ClientFor, ClientMakings } from '../state/client-factory.ts';
import { createReadQueries, type ReadQueries } from '../state/read-queries.ts';
import { createRelayStore, isRelayed, type RelayStore, relayUrl } from '../state/relay-consent.ts';
import type { RunGuard } from '../state/run-types.ts';
import { composeConnections, type ConnectionStores } from './compose-connections.ts';
import type { ConnectionSafety } from './connection-safety.ts';
import { createLateDoctor, type Doctor } from './late-doctor.ts';
import { pause } from './pause.ts';

/** The ways to an endpoint: clients that send, reads through them, the relay, and who finds out what bars the way. */
export interface Reach {
  queries: QueryClient;
  clientFor: ClientFor;
  signing: ClientMakings;
  /** Guards and keeps what is not the local connection; its code comes when it is asked for. */
  safety: () => Promise<ConnectionSafety>;
  /** The guards of stored connections, for runs. */
  guard: RunGuard;
  reads: ReadQueries;
  relay: RelayStore;
  doctor: Doctor;
}

export function createReach(stores: ConnectionStores): Reach {
  const { connections, credentials, local } = stores;
  const relay = createRelayStore(local);
  const { clientFor, signing, safety, guard } = composeConnections({
    ...stores,
    transportUrlOf: (connection) =>
      isRelayed(relay.getState(), connection) && connection.endpoint !== null
        ? relayUrl(location.origin, connection.endpoint)
        : undefined,
  });
  const queries = new QueryClient();
  const reads = createReadQueries({ clientFor, credentials, sleep: pause });
  const doctor = createLateDoctor({ connections, relay, credentials, clientFor, queries, reads });
  return { queries, clientFor, signing, safety, guard, reads, relay, doctor };
}
