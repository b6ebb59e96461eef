import type { CallOptions, InvokeClient, ServiceCall } from './client-types.ts';
import { parseJsonObject } from './json-object.ts';
import type { Attempt, InvokeError } from './types.ts';

/** What a read gives: its parsed answer, or why there is none. */
export type ReadResult<T> =
  | { ok: true; value: T; attempts: Attempt[] }
  | { ok: false; error: InvokeError; attempts: Attempt[] };

/** All that a read needs of a client. */
export type ReadClient = Pick<InvokeClient, 'call'>;

/** Sends a read. `parse` gives undefined for an answer that is not the API's. */
export async function read<T>(
  client: ReadClient,
  { parse, ...operation }: ServiceCall & { parse: (text: string) => T | undefined },
  options?: CallOptions,
): Promise<ReadResult<T>> {
  const result = await client.call({ ...operation, readOnly: true }, options);
  if (!result.ok) return result;
  const { attempts, statusCode, headers, body } = result;
  const value = parse(new TextDecoder().decode(body));
  if (value !== undefined) return { ok: true, value, attempts };
  const message = 'This is no answer of the API.';
  return {
    ok: false,
    attempts,
    error: { kind: 'bad-response', message, statusCode, headers, body, mayHaveRun: 'no' },
  };
}

/** A parser for answers that are one JSON object. */
export function fromJson<T>(parse: (document: Record<string, unknown>) => T | undefined) {
  return (text: string): T | undefined => {
    const document = parseJsonObject(text);
    return document && parse(document);
  };
}
