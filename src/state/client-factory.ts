import type { InvokeClient, InvokeClientConfig, RetryMode } from '../core/index.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { Connection } from './types.ts';

export type ClientFor = (connection: Connection, retryMode: RetryMode) => InvokeClient;

export interface CreateClientFactory {
  createClient: (config: InvokeClientConfig) => InvokeClient;
  credentials: CredentialMemory;
  /** Ports of every client, such as a logger. */
  ports?: Partial<InvokeClientConfig>;
}

/** One client for each connection and retry mode, made anew when its address or its credentials changed. */
export function createClientFactory({ createClient, credentials, ports }: CreateClientFactory): ClientFor {
  const made = new Map<string, { config: InvokeClientConfig; client: InvokeClient }>();
  return (connection, mode) => {
    const key = `${connection.id}\n${mode}`;
    const config = configOf(connection, mode, credentials);
    const before = made.get(key);
    if (before && sameConfig(before.config, config)) return before.client;
    const client = createClient({ ...ports, ...config });
    made.set(key, { config, client });
    return client;
  };
}

function configOf(connection: Connection, mode: RetryMode, memory: CredentialMemory): InvokeClientConfig {
  const credentials = memory.get(connection.id);
  return {
    region: connection.region,
    requestHeaders: connection.requestHeaders,
    retry: { mode },
    ...(connection.endpoint === null ? {} : { endpoint: connection.endpoint }),
    ...(credentials ? { credentials } : {}),
  };
}

function sameConfig(a: InvokeClientConfig, b: InvokeClientConfig): boolean {
  return (
    a.region === b.region &&
    a.endpoint === b.endpoint &&
    a.requestHeaders === b.requestHeaders &&
    a.credentials === b.credentials
  );
}
