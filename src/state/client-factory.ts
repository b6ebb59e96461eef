import type { CredentialSource, InvokeClient, InvokeClientConfig, RetryMode } from '../core/index.ts';
import { endpointConfigOf } from './connection-endpoint.ts';
import { isRenewable, sharedExchange, signingCredentials, type SigningPorts } from './signing-credentials.ts';
import type { Connection } from './types.ts';

export type ClientFor = (connection: Connection, retryMode: RetryMode) => InvokeClient;

export interface CreateClientFactory<Client = InvokeClient> extends SigningPorts {
  createClient: (config: InvokeClientConfig) => Client;
  /** Ports of every client, such as a logger. */
  ports?: Partial<InvokeClientConfig>;
  /** The relay that stands in for a connection's endpoint; undefined sends there itself. */
  transportUrlOf?: (connection: Connection) => string | undefined;
  /** Told of a client whose address or credentials are others by now. */
  onDrop?: (client: Client) => void;
}

/** Of what clients are made, in the page and in the worker of a series. */
export type ClientMakings = Omit<CreateClientFactory, 'createClient' | 'ports' | 'onDrop'>;

/**
 * One client for each connection and retry mode, made anew when its address or its credentials changed. A client
 * keeps the keys that it derived, so it is dropped as soon as its credentials are.
 */
export function createClientFactory<Client = InvokeClient>(
  options: CreateClientFactory<Client>,
): (connection: Connection, retryMode: RetryMode) => Client {
  const { createClient, ports, transportUrlOf, onDrop, ...given } = options;
  const signing = { ...given, exchange: sharedExchange(given) };
  const made = new Map<string, Made<Client>>();
  const drop = (key: string, { client }: Made<Client>): void => {
    made.delete(key);
    onDrop?.(client);
  };
  signing.credentials.watch((id) => {
    for (const [key, one] of made) {
      if (one.basis.id === id && signing.credentials.get(id) !== one.basis.given) drop(key, one);
    }
  });
  return (connection, mode) => {
    const key = `${connection.id}\n${mode}`;
    const transportUrl = transportUrlOf?.(connection);
    const basis = basisOf(connection, { ...signing, transportUrl });
    const before = made.get(key);
    if (before && sameBasis(before.basis, basis)) return before.client;
    if (before) drop(key, before);
    const client = createClient({
      ...ports,
      ...configOf(connection, mode, signing),
      ...transportMembers(transportUrl),
    });
    made.set(key, { basis, client });
    return client;
  };
}

interface Made<Client> {
  basis: Basis;
  client: Client;
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
