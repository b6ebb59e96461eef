import type { InvokeClientConfig } from './client-types.ts';
import { hostSuffix } from './partitions.ts';
import type { ResolvedEndpoint } from './types.ts';

/** What the endpoint rules look at. */
export type EndpointConfig = Partial<
  Pick<InvokeClientConfig, 'region' | 'endpoint' | 'useFipsEndpoint' | 'useDualstackEndpoint'>
>;

/**
 * The base URL of the Lambda API for a configuration, by AWS's endpoint rules: a custom endpoint as it is (without
 * its trailing slash), else `https://lambda[-fips].{region}.{suffix of the region's partition}`. No network is
 * asked, so a region that does not exist yet resolves too. Refuses a region that is not one host label, and a
 * custom endpoint together with FIPS or dual-stack.
 */
export function resolveEndpoint(config: EndpointConfig): ResolvedEndpoint {
  const found = findEndpoint(config, 'lambda');
  return found.ok ? { ok: true, url: found.url } : { ok: false, message: found.message };
}

export type FoundEndpoint =
  | { ok: true; url: string; signingRegion: string }
  | { ok: false; field: 'region' | 'endpoint'; message: string };

/** The same rules for any AWS service whose host name begins with its signing name, and the field at fault. */
export function findEndpoint(config: EndpointConfig, service: string): FoundEndpoint {
  const { region: given = '', endpoint } = config;
  // fips-us-west-2 and us-west-2-fips mean FIPS in us-west-2, as the SDKs read them.
  const region = given.replace(/^fips-|-fips$/, '');
  const useFipsEndpoint = config.useFipsEndpoint || region !== given;
  if (region && !hostLabel.test(region)) {
    const quoted = JSON.stringify(region);
    return refuse('region', `${quoted} is not a region: one host label is needed, such as eu-west-1.`);
  }
  const known = { ...config, region, useFipsEndpoint };
  if (endpoint !== undefined) return customEndpoint(endpoint, known);
  if (!region) return refuse('region', 'Invalid Configuration: Missing Region');
  return { ok: true, url: awsUrl(known, service), signingRegion: region };
}

/** Lower case only: the URL parser would lower the host while the signature kept the region's spelling. */
const hostLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

type KnownConfig = EndpointConfig & { region: string };

function customEndpoint(endpoint: string, { region, ...config }: KnownConfig): FoundEndpoint {
  const excluded = (config.useFipsEndpoint && 'FIPS') || (config.useDualstackEndpoint && 'Dualstack');
  if (excluded)
    return refuse('endpoint', `Invalid Configuration: ${excluded} and custom endpoint are not supported`);
  const base = parseBaseUrl(endpoint);
  return base.ok ? { ...base, signingRegion: region } : refuse('endpoint', base.message);
}

function awsUrl({ region, useFipsEndpoint, useDualstackEndpoint }: KnownConfig, service: string): string {
  const suffix = hostSuffix(region, useDualstackEndpoint);
  return `https://${service}${useFipsEndpoint ? '-fips' : ''}.${region}.${suffix}`;
}

/** A URL that others are built upon: http(s), host, port and base path, nothing else; without trailing slashes. */
export function parseBaseUrl(text: string): ResolvedEndpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const excess = url && url.username + url.password + url.search + url.hash;
  if (!url || !/^https?:$/.test(url.protocol) || excess) {
    return { ok: false, message: 'Give an http(s) URL without user name, query and fragment.' };
  }
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, '') };
}

function refuse(field: 'region' | 'endpoint', message: string): FoundEndpoint {
  return { ok: false, field, message };
}
