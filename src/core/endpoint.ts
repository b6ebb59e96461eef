import { partitionOf } from './partitions.ts';
import type { InvokeClientConfig } from './client-types.ts';
import type { ResolvedEndpoint } from './types.ts';

/** What the endpoint rules look at. */
export type EndpointConfig = Pick<
  InvokeClientConfig,
  'region' | 'endpoint' | 'useFipsEndpoint' | 'useDualstackEndpoint'
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
  const { region, isFips } = withoutFipsPrefix(config.region ?? '');
  if (region !== '' && !isHostLabel(region)) {
    return refuse(
      'region',
      `The region ${JSON.stringify(region)} is not a valid host label, such as eu-west-1.`,
    );
  }
  const useFips = isFips || config.useFipsEndpoint === true;
  if (config.endpoint !== undefined) return customEndpoint(config.endpoint, { region, useFips, config });
  if (region === '') return refuse('region', 'Invalid Configuration: Missing Region');
  const { dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
  const suffix = config.useDualstackEndpoint ? dualStackDnsSuffix : dnsSuffix;
  const host = `${service}${useFips ? '-fips' : ''}.${region}.${suffix}`;
  const url = `https://${host}`;
  if (new URL(url).host !== host)
    return refuse('region', `The region ${JSON.stringify(region)} changes the host.`);
  return { ok: true, url, signingRegion: region };
}

interface CustomRule {
  region: string;
  useFips: boolean;
  config: EndpointConfig;
}

function customEndpoint(text: string, { region, useFips, config }: CustomRule): FoundEndpoint {
  if (useFips) return refuse('endpoint', 'Invalid Configuration: FIPS and custom endpoint are not supported');
  if (config.useDualstackEndpoint) {
    return refuse('endpoint', 'Invalid Configuration: Dualstack and custom endpoint are not supported');
  }
  const base = parseBaseUrl(text);
  return base.ok ? { ok: true, url: base.url, signingRegion: region } : refuse('endpoint', base.message);
}

/** A URL that others are built upon: http(s), host, port and base path, nothing else; without trailing slashes. */
export function parseBaseUrl(text: string): ResolvedEndpoint {
  if (!URL.canParse(text)) return { ok: false, message: 'This is not a URL such as http://localhost:4566.' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { ok: false, message: `The URL must begin with https:// or http://, not ${url.protocol}` };
  }
  if (url.username || url.password) {
    return { ok: false, message: 'The URL must not contain a user name or password.' };
  }
  if (url.search || url.hash) return { ok: false, message: 'The URL must not have a query or a fragment.' };
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, '') };
}

/** `fips-us-west-2` and `us-west-2-fips` mean FIPS in us-west-2, as the SDKs read them. */
function withoutFipsPrefix(region: string): { region: string; isFips: boolean } {
  const isFips = region.startsWith('fips-') || region.endsWith('-fips');
  return { region: isFips ? region.replace(/^fips-|-fips$/, '') : region, isFips };
}

/** Lower case only: the URL parser would lower the host while the signature kept the region's spelling. */
function isHostLabel(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}

function refuse(field: 'region' | 'endpoint', message: string): FoundEndpoint {
  return { ok: false, field, message };
}
