import { createHash } from 'node:crypto';
import type { ApiRequest } from './messages.ts';

/**
 * The canonical request of Signature Version 4, built again from what arrived.
 * Lambda's signers encode the path twice, and hash the body whatever x-amz-content-sha256 says.
 */
export function canonicalRequest(request: ApiRequest, signedHeaders: readonly string[]): string {
  const headerLines = signedHeaders.map(
    (name) => `${name}:${canonicalValue(request.headers.get(name) ?? '')}\n`,
  );
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headerLines.join(''),
    signedHeaders.join(';'),
    createHash('sha256').update(request.body).digest('hex'),
  ].join('\n');
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encode(segment));
  }
  const joined = `/${segments.join('/')}`;
  return path.endsWith('/') && segments.length > 0 ? `${joined}/` : joined;
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [encode(decode(name)), encode(decode(value.join('=')))] as const;
  });
  const ordered = pairs.toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return ordered.map(([name, value]) => `${name}=${value}`).join('&');
}

function canonicalValue(value: string): string {
  return value.trim().replaceAll(/\s+/g, ' ');
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A broken escape stands for itself: the signatures will differ, which is the right answer. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
