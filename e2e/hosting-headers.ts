import { hostingBlock } from '../tests/hosting-document.ts';

export type HeadersFor = (path: string) => Record<string, string>;

/** What docs/hosting.md has each host send, read as that host would read it. */
export const hosts: Readonly<Record<string, HeadersFor>> = {
  'S3 and CloudFront': cloudFront(),
  'Netlify and Cloudflare Pages': headersFile(),
  nginx: nginx(),
};

interface ResponseHeadersPolicy {
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: string };
    FrameOptions: { FrameOption: string };
    ReferrerPolicy: { ReferrerPolicy: string };
    StrictTransportSecurity: { AccessControlMaxAgeSec: number };
  };
  CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
}

function cloudFront(): HeadersFor {
  const [page, assets] = ['page-headers.json', 'assets-headers.json'].map((name) => {
    const policy = JSON.parse(hostingBlock(name)) as ResponseHeadersPolicy;
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy;
    if (custom.Quantity !== custom.Items.length) throw new Error(`${name}: CloudFront counts its items.`);
    return {
      'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': security.FrameOptions.FrameOption,
      'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
      'Strict-Transport-Security': `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    };
  });
  return (path) => ({ ...(path.startsWith('/assets/') ? assets : page) });
}

/** All rules that fit, in order; a name that comes twice is joined with a comma, as Cloudflare does. */
function headersFile(): HeadersFor {
  const rules: { pattern: string; headers: [name: string, value: string][] }[] = [];
  for (const line of hostingBlock('_headers').trimEnd().split('\n')) {
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) rules.push({ pattern: line, headers: [] });
    else rules.at(-1)?.headers.push([name, value]);
  }
  const fits = (pattern: string, path: string): boolean =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
  return (path) => {
    const sent: Record<string, string> = {};
    for (const { headers } of rules.filter(({ pattern }) => fits(pattern, path)))
      for (const [name, value] of headers) sent[name] = sent[name] ? `${sent[name]}, ${value}` : value;
    return sent;
  };
}

/** The longest location that fits, and its own headers alone. */
function nginx(): HeadersFor {
  const locations = [...hostingBlock('nginx.conf').matchAll(/location (\S+) \{(.*?)\}/gs)].map(
    ([, prefix = '', body = '']) => ({
      prefix,
      headers: Object.fromEntries(
        [...body.matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      ),
    }),
  );
  const longestFirst = locations.toSorted((a, b) => b.prefix.length - a.prefix.length);
  return (path) => ({ ...longestFirst.find(({ prefix }) => path.startsWith(prefix))?.headers });
}
