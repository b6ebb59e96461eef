import { decodeBase64 } from './base64.ts';

/** An HTTP response that a function answered with, for whoever called it through a proxy integration. */
export interface HttpResponse {
  statusCode: number;
  /** Names as the function wrote them; a name may occur more than once. */
  headers: readonly (readonly [string, string])[];
  /** The body as the HTTP client gets it. */
  body: Uint8Array;
  /** The document said base64 and it was none: `body` is the text as it stands. */
  badBase64?: true;
}

/**
 * The answer of a Lambda proxy integration (API Gateway, ALB, function URL): an object with a numeric
 * `statusCode` and a `body` or `headers`. Anything else is null: an ordinary object may have a status of its own.
 * Source: API Gateway and function URL developer guides, response format of proxy integrations.
 */
export function parseProxyResponse(value: unknown): HttpResponse | null {
  const record = asRecord(value);
  if (record === null || !('body' in record || 'headers' in record)) return null;
  const statusCode = statusOf(record['statusCode']);
  if (statusCode === null) return null;
  return { statusCode, headers: headersOf(record), ...bodyOf(record) };
}

/**
 * The body of a streamed HTTP response: a JSON prelude with status and headers, eight NUL bytes, the body.
 * null when it does not begin so. Source: AWS's runtime clients, HttpResponseStream.
 */
export function splitHttpPrelude(bytes: Uint8Array): HttpResponse | null {
  if (bytes[0] !== openBrace) return null;
  const end = preludeEnd(bytes);
  if (end === null) return null;
  const record = asRecord(parsed(bytes.subarray(0, end)));
  const statusCode = statusOf(record?.['statusCode'] ?? 200);
  if (record === null || statusCode === null) return null;
  return { statusCode, headers: headersOf(record), body: bytes.subarray(end + delimiterBytes) };
}

/** The first value of a header, whatever the case of its name. */
export function headerOf({ headers }: HttpResponse, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

const openBrace = 0x7b;
const delimiterBytes = 8;
/** A prelude holds headers alone; looking further would be looking through a body. */
const longestPrelude = 262_144;

/** JSON holds no NUL byte, so the first one ends the prelude. */
function preludeEnd(bytes: Uint8Array): number | null {
  const end = bytes.subarray(0, longestPrelude).indexOf(0);
  if (end === -1 || end + delimiterBytes > bytes.length) return null;
  return bytes.subarray(end, end + delimiterBytes).every((byte) => byte === 0) ? end : null;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** API Gateway takes a number in a string too. */
function statusOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 100 && number <= 599
    ? number
    : null;
}

function headersOf(record: Record<string, unknown>): [string, string][] {
  const single = Object.entries(asRecord(record['headers']) ?? {});
  const multi = Object.entries(asRecord(record['multiValueHeaders']) ?? {});
  const cookies = Array.isArray(record['cookies']) ? record['cookies'] : [];
  return [...single, ...multi, ['set-cookie', cookies] as const].flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, textOf(one)]),
  );
}

function bodyOf(record: Record<string, unknown>): Pick<HttpResponse, 'body' | 'badBase64'> {
  const text = textOf(record['body'] ?? '');
  const decoded = record['isBase64Encoded'] === true ? decodeBase64(text) : undefined;
  if (decoded) return { body: decoded };
  return { body: new TextEncoder().encode(text), ...(decoded === null ? { badBase64: true } : {}) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
