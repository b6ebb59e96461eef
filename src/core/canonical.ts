import { getCanonicalHeaders, getCanonicalQuery } from '@smithy/signature-v4';
import { escapeLabel } from './serialize.ts';

/**
 * The canonical forms of Signature Version 4: what a request is brought into before it is hashed, so that both sides
 * hash the same text. Headers and query are those of @smithy/signature-v4, given what it reads of a request.
 */

/** The headers that are signed, by name, with their spaces made single. Names are given in lower case. */
export function canonicalHeaders(headers: Record<string, string>): [name: string, value: string][] {
  const canonical = getCanonicalHeaders({ ...nothingElse, headers });
  return Object.keys(canonical)
    .sort()
    .map((name) => [name, canonical[name] ?? '']);
}

/** Sorted by key, then by value. */
export function canonicalQuery(pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return '';
  const valuesOf = (key: string) => pairs.filter(([name]) => name === key).map(([, value]) => value);
  const query = Object.fromEntries(pairs.map(([key]) => [key, valuesOf(key)]));
  return getCanonicalQuery({ ...nothingElse, query });
}

const nothingElse = { method: '', protocol: '', hostname: '', path: '', headers: {} };

/** Without empty, `.` and `..` segments, and escaped once more than on the wire. */
export function canonicalPath(path: string): string {
  const escaped = escapeLabel(path).replaceAll('%2F', '/');
  if (!/\/[./]/.test(path)) return escaped;
  const segments: string[] = [];
  for (const segment of escaped.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const end = path.endsWith('/') && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${end}`;
}
