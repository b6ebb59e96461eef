/** The members of a JSON object, or undefined for anything else. Never throws, whatever the text is. */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  try {
    return toRecord(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A plain JSON object as a record; arrays, null and scalars are none. */
export function toRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The string at `key`, unless it is absent, empty or of another type. */
export function textAt(record: Record<string, unknown> | undefined, key: string): string | undefined {
  const value = record?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The record of a log line that is this event of the platform: `{"type": …, "record": {…}}`. */
export function platformRecord(line: string, type: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{') || !line.includes(type)) return undefined;
  const event = parseJsonObject(line);
  return event?.['type'] === type ? toRecord(event['record']) : undefined;
}

/** A JSON value as text; a value nested too deeply to be written is shown by its kind. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
