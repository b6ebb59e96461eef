import type { PlacedCommand } from './aws-cli-line.ts';
import { unreadPayload } from './aws-cli-line.ts';
import type { FoundInvocation } from './found-invocation.ts';
import { joinBytes } from './shell-escapes.ts';
import { standardInput, wordBytes, type GivenBytes } from './shell-output.ts';
import type { ShellWord } from './shell-words.ts';

/** Reads a curl line that invokes a function by the Lambda API; null when it asks for anything else. */
export function readCurlLine(line: PlacedCommand): FoundInvocation | null {
  const options = readOptions(line.args);
  const address = options.urls.map(readAddress).find((one) => one !== null);
  if (!address) return null;
  const { headers, secrets } = readHeaders(options.values.get('header') ?? []);
  const { payload, notes } = readData(line, options);
  const [sigv4] = options.values.get('aws-sigv4') ?? [];
  return {
    functionName: address.functionName,
    qualifier: address.qualifier,
    invocationType: headers.get('x-amz-invocation-type'),
    logType: headers.get('x-amz-log-type'),
    clientContext: headers.get('x-amz-client-context'),
    tenantId: headers.get('x-amz-tenant-id'),
    durableExecutionName: headers.get('x-amz-durable-execution-name'),
    traceId: headers.get('x-amzn-trace-id'),
    stream: address.stream,
    payload,
    region: sigv4?.text.split(':')[2] || undefined,
    endpoint: address.endpoint,
    notes: [...notes, ...notesOf(options, secrets || address.hasSecret)],
  };
}

function notesOf({ values }: CurlOptions, hasSecret: boolean): string[] {
  const users = [...(values.get('user') ?? []), ...(values.get('oauth2-bearer') ?? [])];
  const isLeftOut = hasSecret || users.some(({ expands }) => expands === 'no');
  const method = values.get('request')?.at(-1)?.text.toUpperCase() ?? 'POST';
  return [
    ...(isLeftOut ? [credentialsLeftOut] : []),
    ...(method === 'POST' ? [] : ['The line does not POST; an invoke always does.']),
  ];
}

export const credentialsLeftOut =
  'Credentials in the line were left out: the connection of this page signs with its own.';

interface CurlOptions {
  urls: readonly string[];
  /** Values by the long name of their option, in order. */
  values: ReadonlyMap<string, readonly ShellWord[]>;
  data: readonly { kind: string; word: ShellWord }[];
}

function readOptions(args: readonly ShellWord[]): CurlOptions {
  const urls: string[] = [];
  const data: { kind: string; word: ShellWord }[] = [];
  const values = new Map<string, ShellWord[]>();
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (word === undefined) break;
    const { name, attached } = optionIn(word);
    if (name === null) urls.push(word.text);
    if (name === null || name === '') continue;
    if (attached === null) at += 1;
    const value = attached ?? args[at] ?? { text: '', expands: 'no' };
    if (dataKinds.has(name)) data.push({ kind: name, word: value });
    else if (name === 'url') urls.push(value.text);
    else values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { urls, data, values };
}

/** The long name of an option that takes a value, '' for one without, null for what is no option. */
function optionIn(word: ShellWord): { name: string | null; attached: ShellWord | null } {
  const { text } = word;
  if (!text.startsWith('-') || text === '-') return { name: null, attached: null };
  if (text.startsWith('--'))
    return { name: withValue.has(text.slice(2)) ? text.slice(2) : '', attached: null };
  // `-sSXPOST`: letters without a value may stand before one with its value.
  for (let at = 1; at < text.length; at += 1) {
    const name = letters[text.charAt(at)];
    if (name === undefined) continue;
    const rest = text.slice(at + 1);
    return { name, attached: rest === '' ? null : { ...word, text: rest } };
  }
  return { name: '', attached: null };
}

const dataKinds = new Set([
  'data',
  'data-ascii',
  'data-raw',
  'data-binary',
  'data-urlencode',
  'json',
  'upload-file',
]);

/** Source: curl(1), the options that take a value. */
const letters: Readonly<Record<string, string>> = {
  A: 'user-agent',
  b: 'cookie',
  c: 'cookie-jar',
  C: 'continue-at',
  d: 'data',
  D: 'dump-header',
  e: 'referer',
  E: 'cert',
  F: 'form',
  h: 'help',
  H: 'header',
  K: 'config',
  m: 'max-time',
  o: 'output',
  P: 'ftp-port',
  Q: 'quote',
  r: 'range',
  t: 'telnet-option',
  T: 'upload-file',
  u: 'user',
  U: 'proxy-user',
  w: 'write-out',
  x: 'proxy',
  X: 'request',
  y: 'speed-time',
  Y: 'speed-limit',
  z: 'time-cond',
};

const withValue = new Set([
  ...Object.values(letters),
  ...dataKinds,
  'url',
  'aws-sigv4',
  'connect-timeout',
  'retry',
  'retry-delay',
  'retry-max-time',
  'cacert',
  'capath',
  'cert-type',
  'key',
  'key-type',
  'pass',
  'resolve',
  'connect-to',
  'interface',
  'limit-rate',
  'max-redirs',
  'oauth2-bearer',
  'proto',
  'trace',
  'trace-ascii',
  'unix-socket',
  'stderr',
  'ciphers',
]);

interface Address {
  functionName: string;
  qualifier: string | undefined;
  endpoint: string;
  stream: boolean;
  /** A signature or token in the query. */
  hasSecret: boolean;
}

function readAddress(text: string): Address | null {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, host, pathname, searchParams, username, password } = new URL(full);
  const [, base = '', name, operation] =
    /^([^]*)\/\d{4}-\d\d-\d\d\/functions\/([^/]+)\/(invocations|response-streaming-invocations)\/?$/.exec(
      pathname,
    ) ?? [];
  if (name === undefined) return null;
  return {
    functionName: decodedPart(name),
    qualifier: searchParams.get('Qualifier') ?? undefined,
    endpoint: `${protocol}//${host}${base}`,
    stream: operation !== 'invocations',
    hasSecret: username + password !== '' || searchParams.has('X-Amz-Signature'),
  };
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Only the headers of an invoke are read; that one held a secret is all that is known of it. */
function readHeaders(words: readonly ShellWord[]): {
  headers: ReadonlyMap<string, string>;
  secrets: boolean;
} {
  const headers = new Map<string, string>();
  let secrets = false;
  for (const { text, expands } of words) {
    const [, name = '', value = ''] = /^([^:;]+)[:;]([^]*)$/.exec(text) ?? [];
    const lower = name.trim().toLowerCase();
    if (secretHeaders.test(lower)) secrets ||= expands === 'no';
    else headers.set(lower, value.trim());
  }
  return { headers, secrets };
}

const secretHeaders = /authorization|token|cookie|api-key|secret|credential/;

function readData(line: PlacedCommand, { data }: CurlOptions): { payload: Uint8Array; notes: string[] } {
  const chunks: Uint8Array[] = [];
  const notes: string[] = [];
  for (const { kind, word } of data) {
    const given = dataBytes(line, kind, word);
    if (!given.ok) notes.push(unreadPayload(given.why));
    else if (chunks.length > 0 && kind !== 'json') chunks.push(ampersand, given.bytes);
    else chunks.push(given.bytes);
  }
  return { payload: joinBytes(chunks), notes };
}

const ampersand = Uint8Array.of(0x26);

function dataBytes({ commands, index }: PlacedCommand, kind: string, word: ShellWord): GivenBytes {
  const isFile = kind === 'upload-file' || (kind !== 'data-raw' && word.text.startsWith('@'));
  if (kind === 'data-urlencode') return { ok: false, why: 'curl would encode it as part of an address' };
  if (!isFile) return wordBytes(word);
  if (!/^@?(?:-|\/dev\/stdin)$/.test(word.text))
    return { ok: false, why: 'it lies in a file, which a page cannot open' };
  const given = standardInput(commands, index);
  const isStripped = kind === 'data' || kind === 'data-ascii';
  // curl leaves line ends and NULs of a file out, but for --data-binary.
  return given.ok && isStripped
    ? { ok: true, bytes: given.bytes.filter((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0) }
    : given;
}
