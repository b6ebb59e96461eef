import type { Fix } from './doctor-types.ts';

/** A Lambda-compatible server that people run, and what it takes for a web page to read its answers. */
export interface Emulator {
  name: string;
  /** Where it usually listens: a port on this machine, or a host name of its own. */
  ports: readonly string[];
  host?: RegExp;
  cors: (request: CorsRequest) => readonly Fix[];
}

export interface CorsRequest {
  pageOrigin: string;
  /** Lower-case names of the headers that the request carries. */
  headers: readonly string[];
}

/** The servers that an endpoint may be, by its address; empty when it tells nothing. The likeliest comes first. */
export function emulatorsAt(endpoint: string): readonly Emulator[] {
  if (!URL.canParse(endpoint)) return [];
  const { hostname, port } = new URL(endpoint);
  return emulators.filter(({ ports, host }) => host?.test(hostname) || ports.includes(port));
}

const exposed =
  'x-amz-function-error,x-amz-log-result,x-amz-executed-version,x-amzn-requestid,x-amzn-errortype';

/** A page asks before these: they are no simple headers (Fetch standard, section 4.8). */
function askedFor(headers: readonly string[]): string[] {
  return headers.filter((name) => !/^(?:host|accept|content-length|user-agent)$/.test(name)).toSorted();
}

const noCors = (name: string): Fix => ({
  kind: 'text',
  text: `${name} answers no web page at all and has no setting for it: use the relay, or put a proxy with CORS before it.`,
});

/** Sources: the servers' own code and settings; see docs/hosting.md and docs/core.md for what was measured. */
const emulators: readonly Emulator[] = [
  {
    name: 'LocalStack',
    ports: ['4566'],
    host: /(?:^|\.)localstack\.cloud$/,
    cors: ({ pageOrigin, headers }) => [
      {
        kind: 'copy',
        label: 'Start LocalStack with',
        text: [
          `EXTRA_CORS_ALLOWED_ORIGINS=${pageOrigin}`,
          `EXTRA_CORS_ALLOWED_HEADERS=${[...new Set([...localStackRefuses, ...askedFor(headers).filter((name) => name.startsWith('x-amz'))])].toSorted().join(',')}`,
          'EXTRA_CORS_EXPOSE_HEADERS=x-amzn-requestid,x-amzn-errortype,date',
          'localstack start',
        ].join(' \\\n'),
      },
    ],
  },
  {
    name: 'floci',
    ports: ['4566'],
    cors: ({ pageOrigin }) => [
      {
        kind: 'copy',
        label: 'Start floci with',
        text: `FLOCI_SECURITY_EXTRA_CORS_ALLOWED_ORIGINS=${pageOrigin}\nFLOCI_SECURITY_EXTRA_CORS_EXPOSE_HEADERS=${exposed}`,
      },
    ],
  },
  {
    name: 'MiniStack',
    ports: ['4566'],
    cors: () => [
      {
        kind: 'text',
        text: 'MiniStack lets every page read everything by itself. If it is what listens there, the connection was lost instead: see its output.',
      },
    ],
  },
  { name: 'SAM local', ports: ['3001'], cors: () => [noCors('sam local start-lambda')] },
  {
    name: 'serverless-offline',
    ports: ['3000', '3002'],
    cors: ({ headers }) => [
      {
        kind: 'copy',
        label: 'Start serverless-offline with',
        text: `serverless offline --corsAllowHeaders "${[...new Set(['accept', 'content-type', 'x-api-key', 'authorization', ...askedFor(headers)])].join(',')}" --corsExposedHeaders "${exposed}"`,
      },
    ],
  },
  {
    name: 'Runtime Interface Emulator',
    ports: ['8080', '9000', '9001'],
    cors: () => [noCors('The Runtime Interface Emulator')],
  },
];

/** What LocalStack's own list of allowed headers leaves out. */
const localStackRefuses = [
  'x-amz-client-context',
  'x-amz-durable-execution-name',
  'x-amz-invocation-type',
  'x-amz-tenant-id',
];
