import type { QueryClient } from '@tanstack/react-query';
import type { Diagnosis } from '../documents/doctor/doctor-types.ts';
import { checkConnection } from '../state/check-connection.ts';
import type { ClientFor } from '../state/client-factory.ts';
import { type DoctorPorts, examineRun } from '../state/doctor.ts';
import type { ReadQueries } from '../state/read-queries.ts';
import type { Connection, Run } from '../state/types.ts';
import { watchBarredOrigins } from './barred-origins.ts';
import type { Doctor } from './late-doctor.ts';

export interface CreateDoctor extends Pick<DoctorPorts, 'connections' | 'relay' | 'credentials'> {
  clientFor: ClientFor;
  queries: QueryClient;
  reads: ReadQueries;
}

export function createDoctor({ clientFor, queries, reads, ...given }: CreateDoctor): Doctor {
  const ports: DoctorPorts = {
    ...given,
    // A probe is barred as the request was, and by then this listens.
    barredSince: watchBarredOrigins(),
    probe: (url, { mode, signal }) =>
      fetch(url, { mode, signal, method: 'GET', credentials: 'omit', cache: 'no-store' }),
    isOnline: () => navigator.onLine,
    permission: async (name) =>
      // The list of names in TypeScript lacks those of Chromium's local network access.
      (await navigator.permissions.query({ name: name as PermissionName })).state,
    pageOrigin: location.origin,
    functionNames: async (connection) =>
      (await queries.ensureQueryData(reads.functions(connection))).map(({ name }) => name),
    now: () => new Date(),
  };
  /** A run that is looked at again is not examined again: an examination sends a probe. */
  let last: { runId: string; found: Promise<Diagnosis | null> } | undefined;
  return {
    examine(run, active) {
      if (last?.runId !== run.id)
        last = { runId: run.id, found: examineRun(run, connectionOf(run, active), ports) };
      return last.found;
    },
    async *check({ connection, ...target }, signal) {
      if (connection === undefined) return;
      yield* checkConnection({ ...target, connection, ports, signal, client: clientFor(connection, 'off') });
    },
  };
}

/** The connection that a run used, as far as that is still the one in use; else what the run itself tells. */
function connectionOf({ request }: Run, active: Connection | undefined): Connection {
  const { connectionName: name, region, endpoint } = request;
  if (active?.name === name && active.region === region && active.endpoint === endpoint) return active;
  return {
    id: '',
    name,
    region,
    endpoint,
    kind: endpoint === null ? 'aws' : 'custom',
    accountId: null,
    requestHeaders: 'sdk',
    color: 'blue',
    variant: 'standard',
    production: false,
    readOnly: false,
    signing: { type: 'keys' },
    keep: 'memory',
  };
}
