import { resolveEndpoint, type InvokeClientConfig } from '../core/index.ts';
import type { Connection } from './types.ts';

type EndpointMembers = Pick<
  InvokeClientConfig,
  'region' | 'endpoint' | 'useFipsEndpoint' | 'useDualstackEndpoint'
>;

/** What the core needs to know where the requests of a connection go. */
export function endpointConfigOf({ region, endpoint, variant }: Endpoint): EndpointMembers {
  if (endpoint !== null) return { region, endpoint };
  return {
    region,
    ...(variant === 'fips' || variant === 'fips-dualstack' ? { useFipsEndpoint: true } : {}),
    ...(variant === 'dualstack' || variant === 'fips-dualstack' ? { useDualstackEndpoint: true } : {}),
  };
}

export type Endpoint = Pick<Connection, 'region' | 'endpoint' | 'variant'>;

/** The base URL, or undefined where there can be none. */
export function endpointUrlOf(endpoint: Endpoint): string | undefined {
  const resolved = resolveEndpoint(endpointConfigOf(endpoint));
  return resolved.ok ? resolved.url : undefined;
}

/** This machine, by whatever of its names a browser lets a page call. */
export function isLoopback(endpoint: string | null): boolean {
  if (endpoint === null || !URL.canParse(endpoint)) return false;
  const { hostname } = new URL(endpoint);
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
