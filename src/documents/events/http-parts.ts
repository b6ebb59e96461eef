import { base64Of } from './encodings.ts';
import type { EventMaker } from './event-maker.ts';
import { epochSeconds } from './times.ts';

export type Pairs = readonly (readonly [name: string, value: string])[];

/** Lines of `name: value`; a line without a colon has no value. */
export function parseHeaders(lines: string): Pairs {
  return lines
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon < 0) return [line.trim(), ''] as const;
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
    });
}

/** A query as it stands in an address, percent-encoded or not, decoded. */
export function parseQuery(query: string): Pairs {
  return [...new URLSearchParams(query)];
}

/** The same as a client sends it: what an address may not hold is percent-encoded. */
export function rawQuery(query: string): string {
  return query
    .replace(/^\?/, '')
    .toWellFormed()
    .replaceAll(/[^\w.~!$&'()*+,;=:@/?%-]+/g, encodeURIComponent);
}

/** Still encoded: load balancers decode nothing. */
export function parseRawQuery(query: string): Pairs {
  return rawQuery(query)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? ([pair, ''] as const) : ([pair.slice(0, equals), pair.slice(equals + 1)] as const);
    });
}

/** One value a name: the last. */
export function lastValues(pairs: Pairs): Record<string, string> {
  return Object.fromEntries(pairs);
}

/** All values of a name. */
export function allValues(pairs: Pairs): Record<string, string[]> {
  return grouped(pairs, (values) => values);
}

/** All values of a name with commas between, as HTTP APIs and function URLs have them. */
export function joinedValues(pairs: Pairs): Record<string, string> {
  return grouped(pairs, (values) => values.join(','));
}

export function lowerNames(pairs: Pairs): Pairs {
  return pairs.map(([name, value]) => [name.toLowerCase(), value]);
}

/** null where there is nothing, as REST APIs say it. */
export function orNull<Value extends object>(value: Value): Value | null {
  return Object.keys(value).length === 0 ? null : value;
}

export function encodedBody(body: string, bodyAs: 'text' | 'base64') {
  return bodyAs === 'base64'
    ? { body: base64Of(body), isBase64Encoded: true }
    : { body, isBase64Encoded: false };
}

function grouped<Value>(pairs: Pairs, toValue: (values: string[]) => Value): Record<string, Value> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries([...groups].map(([name, values]) => [name, toValue(values)]));
}

/** What the way to a function adds to a client's headers; what the client sent itself stays. */
export function forwardedHeaders(headers: Pairs, host: string, make: EventMaker): Pairs {
  const sent = new Set(lowerNames(headers).map(([name]) => name));
  const added: Pairs = [
    ['Host', host],
    ['User-Agent', userAgent],
    ['X-Amzn-Trace-Id', `Root=1-${epochSeconds(make.now).toString(16)}-${make.hex(24)}`],
    ['X-Forwarded-For', sourceIp],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ];
  return [...headers, ...added.filter(([name]) => !sent.has(name.toLowerCase()))];
}

/** The values of `{name}` and `{name+}` in a resource's path. */
export function pathParameters(resource: string, path: string): Record<string, string> {
  const segments = path.split('/');
  return Object.fromEntries(
    resource.split('/').flatMap((segment, index) => {
      const [, name, greedy] = /^\{([^{}+]+)(\+?)\}$/.exec(segment) ?? [];
      if (name === undefined) return [];
      return [[name, greedy === '+' ? segments.slice(index).join('/') : (segments[index] ?? '')]];
    }),
  );
}

/** Of the addresses that documentation may use (RFC 5737). */
export const sourceIp = '203.0.113.10';
export const userAgent = 'curl/8.11.1';
