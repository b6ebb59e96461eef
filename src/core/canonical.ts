import { escapeLabel } from './serialize.ts';

/**
 * The canonical forms of Signature Version 4: what a request is brought into before it is hashed, so that both sides
 * hash the same text. Equal to those of @smithy/signature-v4, which tests compare with.
 */

/** The headers that are signed, by name, with their spaces made single. Names are given in lower case. */
export function canonicalHeaders(headers: Record<string, string>): [name: string, value: string][] {
  return Object.keys(headers)
    .filter((name) => !unsigned.test(name))
    .sort()
    .map((name) => [name, singleSpaced(headers[name] ?? '')]);
}

/** What proxies and browsers may change on the way, and what Lambda wants unsigned. */
const unsigned =
  /^(?:authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|(?:proxy|sec)-.*)$/;

/** Hardly a value needs it, and looking is cheaper than replacing. */
function singleSpaced(value: string): string {
  const isTidy = !/^ |[\t\r\n]|  | $/.test(value);
  return isTidy ? value : value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Sorted by key, then by value; a space sorts before everything that an escaped text can hold. */
export function canonicalQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([key, value]) => `${escapeLabel(key)} ${escapeLabel(value)}`)
    .sort()
    .join('&')
    .replaceAll(' ', '=');
}

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
