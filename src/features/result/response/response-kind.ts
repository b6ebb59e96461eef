/** What a response body is, as far as its bytes tell. */
export type ResponseKind = 'empty' | 'json' | 'text' | 'binary';

export interface ResponseBody {
  kind: ResponseKind;
  /** The body as text; '' for binary and empty bodies. */
  text: string;
  /** The answer of a proxy integration (API Gateway, function URL, ALB), drawn as an HTTP response. */
  http: HttpResponseView | null;
}

export interface HttpResponseView {
  statusCode: number;
  headers: readonly (readonly [string, string])[];
  body: string;
  isBase64Encoded: boolean;
}

/**
 * Reads a body without changing it: UTF-8 or binary, JSON or text, and whether it is an HTTP response.
 * Bodies over 1 MiB are not parsed: the views of large bodies work on text alone.
 */
export function readResponseBody(bytes: Uint8Array): ResponseBody {
  if (bytes.length === 0) return { kind: 'empty', text: '', http: null };
  const text = utf8(bytes);
  if (text === null) return { kind: 'binary', text: '', http: null };
  if (bytes.length > parseLimitBytes)
    return { kind: looksLikeJson(text) ? 'json' : 'text', text, http: null };
  const parsed = parse(text);
  if (!parsed.ok) return { kind: 'text', text, http: null };
  return { kind: 'json', text, http: httpResponse(parsed.value) };
}

const parseLimitBytes = 1_048_576;

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeJson(text: string): boolean {
  return /^\s*[[{"]/.test(text);
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

/** An object with a numeric `statusCode` and a `body` or `headers`, as the proxy integrations define it. */
function httpResponse(value: unknown): HttpResponseView | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const record = value as Record<string, unknown>;
  const statusCode = record['statusCode'];
  if (typeof statusCode !== 'number' || !Number.isInteger(statusCode)) return null;
  if (!('body' in record) && !('headers' in record)) return null;
  return {
    statusCode,
    headers: headerRows(record['headers'], record['multiValueHeaders']),
    body: typeof record['body'] === 'string' ? record['body'] : JSON.stringify(record['body'] ?? ''),
    isBase64Encoded: record['isBase64Encoded'] === true,
  };
}

function headerRows(headers: unknown, multi: unknown): [string, string][] {
  const rows: [string, string][] = [];
  for (const source of [headers, multi]) {
    if (typeof source !== 'object' || source === null) continue;
    for (const [name, value] of Object.entries(source)) {
      for (const one of Array.isArray(value) ? value : [value]) rows.push([name, String(one)]);
    }
  }
  return rows;
}
