import { isLoopback } from './connection-endpoint.ts';
import type { LocalServer } from './connection-types.ts';
import type { Connection } from './types.ts';

/** Whether the relay could be used: it is no question for AWS, and there is none on a static host. */
export type RelayOffer =
  | { kind: 'available' }
  | { kind: 'not-needed' }
  | { kind: 'no-server' }
  /** The server must be started with `--endpoint` for it. */
  | { kind: 'not-named'; origin: string };

export function relayOffer(connection: Connection, local: LocalServer): RelayOffer {
  const { endpoint, kind } = connection;
  if (kind !== 'custom' || endpoint === null || !URL.canParse(endpoint)) return { kind: 'not-needed' };
  if (local.state !== 'ready') return { kind: 'no-server' };
  const { origin } = new URL(endpoint);
  if (isLoopback(endpoint) || local.allowedEndpoints.includes(origin)) return { kind: 'available' };
  return { kind: 'not-named', origin };
}
