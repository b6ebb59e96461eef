import { isJson } from '../documents/json-problems.ts';

/**
 * Secret values of environments that went into payloads on this page. The records of those runs hold them, as they hold
 * all that was sent, so they are covered where a record leaves the page. They are in memory alone.
 */
const sent = new Set<string>();

export function rememberSent(values: Iterable<string>): void {
  for (const value of values) sent.add(value);
}

/** Those that the record of a run says it was sent with, as they stand in its payload and as they mean. */
export function secretsAt(
  bytes: Uint8Array,
  parts: readonly (readonly [number, number])[] = [],
): readonly string[] {
  return parts.flatMap(([start, end]) => {
    const written = new TextDecoder().decode(bytes.subarray(start, end));
    return isJson(`"${written}"`) ? [written, String(JSON.parse(`"${written}"`))] : [written];
  });
}

export function sentSecrets(): readonly string[] {
  return [...sent];
}
