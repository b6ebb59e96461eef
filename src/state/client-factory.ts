import type { CredentialSource, InvokeClient, InvokeClientConfig, RetryMode } from '../core/index.ts';
import { endpointConfigOf } from './connection-endpoint.ts';
import { isRenewable, sharedExchange, signingCredentials, type SigningPorts } from './signing-credentials.ts';
import type { Connection } from './types.ts';

export type ClientFor = (connection: Connection, retryMode: RetryMode) => InvokeClient;

export interface CreateClientFactory extends SigningPorts {
  createClient: (config: InvokeClientConfig) => InvokeClient;
  /** Ports of every client, such as a logger. */
  ports?: Partial<InvokeClientConfig>;
  /** The relay that stands in for a connection's endpoint; undefined sends there itself. */
  transportUrlOf?: (connection: Connection) => string | undefined;
}

/**
 * One client for each connection and retry mode, made anew when its address or its credentials changed. A client
 * keeps the keys that it derived, so it is dropped as soon as its credentials are.
 */
export function createClientFactory(options: CreateClientFactory): ClientFor {
  const { createClient, ports, transportUrlOf, ...given } = options;
  const signing = { ...given, exchange: sharedExchange(given) };
  const made = new Map<string, Made>();
  signing.credentials.watch((id) => {
    for (const [key, { basis }] of made) {
      if (basis.id === id && signing.credentials.get(id) !== basis.given) made.delete(key);
    }
  });
  return (connection, mode) => {
    const key = `${connection.id}\n${mode}`;
    const transportUrl = transportUrlOf?.(connection);
    const basis = basisOf(connection, { ...signing, transportUrl });
    const before = made.get(key);
    if (before && sameBasis(before.basis, basis)) return before.client;
    const client = createClient({
      ...ports,
      ...configOf(connection, mode, signing),
      ...transportMembers(transportUrl),
    });
    made.set(key, { basis, client });
    return client;
  };
}

interface Made {
  basis: Basis;
  client: InvokeClient;
}

/** What a client is made of; while it is the same, so is the client. */
interface Basis {
  id: string;
  address: string;
  given: CredentialSource | undefined;
  /** A session that no provider renews is a fixed part of its client. */
  session: CredentialSource | undefined;
}

function basisOf(
  connection: Connection,
  { credentials, transportUrl }: Pick<SigningPorts, 'credentials'> & { transportUrl: string | undefined },
): Basis {
  const { id, signing, requestHeaders } = connection;
  return {
    id,
    address: JSON.stringify([endpointConfigOf(connection), requestHeaders, signing, transportUrl]),
    given: credentials.get(id),
    session: isRenewable(connection) ? undefined : credentials.session(id),
  };
}

function sameBasis(a: Basis, b: Basis): boolean {
  return a.address === b.address && a.given === b.given && a.session === b.session;
}

function configOf(connection: Connection, mode: RetryMode, signing: SigningPorts): InvokeClientConfig {
  const credentials = signingCredentials(connection, signing);
  return {
    ...endpointConfigOf(connection),
    requestHeaders: connection.requestHeaders,
    retry: { mode },
    ...(credentials ? { credentials } : {}),
  };
}

/** The relay tells a browser's own re-send by the `sdk` headers, and no preflight forbids them there. */
export function transportMembers(
  transportUrl: string | undefined,
): Pick<InvokeClientConfig, 'transportUrl' | 'requestHeaders'> {
  return transportUrl === undefined ? {} : { transportUrl, requestHeaders: 'sdk' };
}
