import { ALWAYS_UNSIGNABLE_HEADERS } from '@smithy/signature-v4';
import { escapeLabel } from './escape.ts';
import { rememberLatest } from './latest.ts';

/**
 * The canonical forms of Signature Version 4: what a request is brought into before it is hashed, so that both sides
 * hash the same text. Which headers are signed is the word of @smithy/signature-v4.
 */

/** The names of the headers that are signed, as SignedHeaders lists them. Names are given in lower case. */
export function signedNames(headers: Record<string, string>): string {
  return chooseNames(Object.keys(headers).join(';'));
}

const chooseNames = rememberLatest((names: string) => names.split(';').filter(isSigned).sort().join(';'));

function isSigned(name: string): boolean {
  return !/^(?:proxy|sec)-/.test(name) && !Object.hasOwn(ALWAYS_UNSIGNABLE_HEADERS, name);
}

/** Spaces are made single. */
export function canonicalValue(value = ''): string {
  return /^\s|\s\s|[^\S ]|\s$/.test(value) ? value.trim().replace(/\s+/g, ' ') : value;
}

/** Sorted by key, then by value: a line break is below every character of an escaped text. */
export function canonicalQuery(pairs: readonly (readonly [string, string])[]): string {
  const lines = pairs.map((pair) => pair.map(escapeLabel).join('\n'));
  return lines.sort().join('&').replaceAll('\n', '=');
}

/** Without empty, `.` and `..` segments, and escaped once more than on the wire. */
export const canonicalPath = rememberLatest((path: string) => {
  const escaped = escapeLabel(path).replaceAll('%2F', '/');
  if (!/\/[./]/.test(path)) return escaped;
  const segments: string[] = [];
  for (const segment of escaped.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const end = path.endsWith('/') && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${end}`;
});
