import { awsOrigins } from './aws-hosts.ts';

/** What differs between the ways of serving the page. */
export interface CspOptions {
  /** Origins named with `--endpoint`. */
  endpoints?: readonly string[];
  /** Nonce of the inline parts that the development server adds; never set for the built page. */
  devNonce?: string;
}

/** The policy of the page as a response header. */
export function cspHeader(options: CspOptions = {}): string {
  return join([...pageDirectives(options), ["frame-ancestors 'none'"]]);
}

/** The policy as the static build carries it in a `<meta>`, where browsers ignore `frame-ancestors`. */
export function cspMeta(): string {
  return join(pageDirectives({}));
}

/**
 * The policy of everything that is not the page. A worker lives under the headers of its own script,
 * so this is also what keeps Monaco's workers from the network.
 */
export const cspOfAssets =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of the one worker that sends: it reaches what the page does (src/state/invoke.worker.ts). */
export function cspOfSender(options: CspOptions = {}): string {
  return `${cspOfAssets}; ${connectSrc(options).join(' ')}`;
}

/** The policies that Monaco and our worker loader create; any other name is refused. */
const trustedTypePolicies = [
  'app-worker',
  'dompurify',
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'stickyScrollViewLayer',
  'tokenizeToString',
];

function pageDirectives(options: CspOptions): string[][] {
  const { devNonce } = options;
  const inline = devNonce === undefined ? [] : [`'nonce-${devNonce}'`];
  return [
    ["default-src 'none'"],
    ["script-src 'self'", ...inline],
    ["worker-src 'self'"],
    ["style-src 'self'", ...inline],
    // Monaco places its lines by style attributes; those carry no selectors, so they leak nothing.
    ["style-src-attr 'unsafe-inline'"],
    ["font-src 'self'"],
    ["img-src 'self' data:"],
    ["manifest-src 'self'"],
    connectSrc(options),
    ["base-uri 'none'"],
    ["form-action 'none'"],
    ["object-src 'none'"],
    ["require-trusted-types-for 'script'"],
    ['trusted-types', ...trustedTypePolicies],
  ];
}

function connectSrc({ endpoints = [] }: CspOptions): string[] {
  return ["connect-src 'self'", ...awsOrigins(), 'http://127.0.0.1:*', 'http://localhost:*', ...endpoints];
}

function join(directives: readonly (readonly string[])[]): string {
  return directives.map((parts) => parts.join(' ')).join('; ');
}
