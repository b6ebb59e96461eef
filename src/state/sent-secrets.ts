/**
 * Secret values of environments that went into payloads on this page. The records of those runs hold them, as they hold
 * all that was sent, so they are covered where a record leaves the page. They are in memory alone.
 */
const sent = new Set<string>();

export function rememberSent(values: Iterable<string>): void {
  for (const value of values) sent.add(value);
}

export function sentSecrets(): readonly string[] {
  return [...sent];
}
