import { resolveEndpoint } from '../core/index.ts';
import { awsRegions } from './aws-regions.ts';

/** `aws`: the API's own host for a known region. The others belong to whoever named them. */
export type EndpointClass =
  | { kind: 'aws' | 'loopback' | 'custom'; origin: string }
  | { kind: 'refused'; message: string };

/** What an endpoint that came from elsewhere is, by its parsed address and never by its text. */
export function classifyEndpoint(text: string): EndpointClass {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return refused('An endpoint is an http(s) address.');
  if (url.username !== '' || url.password !== '') return refused('An endpoint has no user name or password.');
  if (blockedPorts.has(url.port)) return refused(`Browsers block port ${url.port}.`);
  return isLoopback(url.hostname) ? { kind: 'loopback', origin: url.origin } : classifyRemote(url);
}

function classifyRemote(url: URL): EndpointClass {
  if (isLinkLocal(url.hostname)) return refused(`${url.hostname} is an address that no Lambda endpoint has.`);
  if (url.protocol === 'http:') {
    return refused(
      'Plain http is for this machine only: elsewhere others could read and replay the request.',
    );
  }
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  return { kind: isBare && awsOrigins().has(url.origin) ? 'aws' : 'custom', origin: url.origin };
}

function refused(message: string): EndpointClass {
  return { kind: 'refused', message };
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host) || host === '[::1]'
  );
}

/** The instance metadata service among them, and the address that stands for every interface. */
function isLinkLocal(host: string): boolean {
  return (
    /^(?:0\.0\.0\.0|169\.254\.\d+\.\d+)$/.test(host) ||
    /^\[(?:::|fe[89ab].*|fd00:ec2::.*|(?:64:ff9b)?::(?:ffff:)?a9fe:.*|::ffff:0:0)\]$/.test(host)
  );
}

const endpointKinds = [
  {},
  { useFipsEndpoint: true },
  { useDualstackEndpoint: true },
  { useFipsEndpoint: true, useDualstackEndpoint: true },
];

let known: ReadonlySet<string> | undefined;

function awsOrigins(): ReadonlySet<string> {
  known ??= new Set(
    awsRegions.flatMap((region) =>
      endpointKinds.flatMap((kind) => {
        const resolved = resolveEndpoint({ region, ...kind });
        return resolved.ok ? [new URL(resolved.url).origin] : [];
      }),
    ),
  );
  return known;
}

/** Source: Fetch standard, section 2.9 (port blocking). */
const blockedPorts = new Set(
  `0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
  123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990
  993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(
    /\s+/,
  ),
);
