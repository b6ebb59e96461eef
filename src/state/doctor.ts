import { diagnoseAnswer } from '../documents/doctor/diagnose-answer.ts';
import { diagnoseNetwork, type NetworkFacts } from '../documents/doctor/diagnose-network.ts';
import type { Diagnosis } from '../documents/doctor/doctor-types.ts';
import type { InvokeError } from '../core/index.ts';
import type { ConnectionStore } from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { RelayStore } from './relay-consent.ts';
import { relayOffer } from './relay-offer.ts';
import type { Connection, Run } from './types.ts';
import { endpointUrlOf } from './connection-endpoint.ts';
import { currentSigner } from './signing-credentials.ts';
import { canReach, type EnvironmentPorts, localNetworkState } from './network-probe.ts';

export interface DoctorPorts extends EnvironmentPorts {
  connections: ConnectionStore;
  relay: RelayStore;
  credentials: CredentialMemory;
  /** Names of the functions, from the cache or read now; rejects when they may not be listed. */
  functionNames: (connection: Connection) => Promise<readonly string[]>;
  now: () => Date;
}

/** Says at which layer a run failed, as far as a web page can know; null when its own words say it all. */
export async function examineRun(
  run: Run,
  connection: Connection,
  ports: DoctorPorts,
): Promise<Diagnosis | null> {
  if (run.result === null || run.result.ok) return null;
  const { error } = run.result;
  if (error.kind === 'network' && error.statusCode === undefined)
    return examineNetwork(run, connection, ports);
  const isMissing = error.kind === 'not-found';
  const functions = isMissing ? await ports.functionNames(connection).catch(() => undefined) : undefined;
  return diagnoseAnswer(answerFacts({ run, error, connection, functions, ports })) ?? null;
}

interface Answered {
  run: Run;
  error: InvokeError;
  connection: Connection;
  functions: readonly string[] | undefined;
  ports: DoctorPorts;
}

function answerFacts({ run, error, connection, functions, ports }: Answered) {
  const { functionName, qualifier, region, endpoint } = run.request;
  return {
    error,
    attempts: run.attempts,
    functionName,
    qualifier,
    region,
    accountId: connection.accountId,
    isAws: endpoint === null,
    functions,
    credentials: keysOf(connection, ports),
    now: ports.now(),
  };
}

/** What may be said of the keys: nothing that signs. */
export function keysOf(connection: Connection, { credentials }: Pick<DoctorPorts, 'credentials'>) {
  const keys = currentSigner(connection, credentials);
  return (
    keys && {
      isTemporary: keys.sessionToken !== undefined,
      accessKeyPrefix: keys.accessKeyId.slice(0, 4),
      expiration: keys.expiration,
    }
  );
}

async function examineNetwork(
  run: Run,
  connection: Connection,
  ports: DoctorPorts,
): Promise<Diagnosis | null> {
  const { region, endpoint: given } = run.request;
  const endpoint = endpointUrlOf({ region, endpoint: given, variant: connection.variant });
  if (endpoint === undefined) return null;
  const asked = {
    endpoint,
    relayed: run.relayed === true,
    headers: Object.keys(run.prepared?.headers ?? {}),
    since: run.startedAt,
  };
  return diagnoseNetwork(await networkFacts(asked, connection, ports));
}

export interface AskedNetwork {
  endpoint: string;
  relayed: boolean;
  /** Names of the headers that were, or would be, sent. */
  headers: readonly string[];
  since: Date;
}

/** Gathers what a page can find out of the way to an endpoint. */
export async function networkFacts(
  { endpoint, relayed, headers, since }: AskedNetwork,
  connection: Connection,
  ports: DoctorPorts,
): Promise<NetworkFacts> {
  return {
    ...(await probeEndpoint(endpoint, relayed, ports)),
    endpoint,
    endpointKind: connection.kind,
    pageOrigin: ports.pageOrigin,
    headers,
    isSecurePage: ports.pageOrigin.startsWith('https:'),
    isOnline: ports.isOnline(),
    isBarredByPolicy: ports.barredSince(since.getTime()).has(new URL(endpoint).origin),
    relay: relayed ? 'in-use' : relayOffer(connection, ports.connections.getState().local).kind,
  };
}

/** A relayed request failed between this page and its own server, so that is what is asked. */
async function probeEndpoint(
  endpoint: string,
  relayed: boolean,
  ports: DoctorPorts,
): Promise<Pick<NetworkFacts, 'isReachable' | 'isReadable' | 'localNetwork'>> {
  const localNetwork = await localNetworkState(ports);
  // A probe would make the browser ask for the permission, in place of the person.
  if (localNetwork === 'prompt') {
    return { localNetwork, isReachable: undefined, isReadable: undefined };
  }
  const asked = relayed ? ports.pageOrigin : endpoint;
  const isReachable = await canReach(ports.probe, asked, 'no-cors');
  const isReadable = isReachable && (await canReach(ports.probe, asked, 'cors'));
  return { localNetwork, isReachable, isReadable };
}
