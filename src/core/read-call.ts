import type { CallOptions, InvokeClient, ServiceCall } from './client-types.ts';
import { refusal } from './failures.ts';
import { parseFunctionName } from './function-name.ts';
import { parseJsonObject } from './json-object.ts';
import { escapeLabel } from './serialize.ts';
import type { Attempt, InvokeError } from './types.ts';

/** What a read gives: its parsed answer, or why there is none. */
export type ReadResult<T> =
  | { ok: true; value: T; attempts: Attempt[] }
  | { ok: false; error: InvokeError; attempts: Attempt[] };

/** All that a read needs of a client. */
export type ReadClient = Pick<InvokeClient, 'call'>;

/** One call and the parser of its answer; undefined from the parser means that the answer is not the API's. */
export interface Read<T> {
  operation: ServiceCall;
  parse: (text: string) => T | undefined;
}

export async function read<T>(
  client: ReadClient,
  { operation, parse }: Read<T>,
  options?: CallOptions,
): Promise<ReadResult<T>> {
  const result = await client.call({ readOnly: true, ...operation }, options);
  if (!result.ok) return result;
  const { statusCode, headers, body, attempts } = result;
  const value = parse(new TextDecoder().decode(body));
  if (value !== undefined) return { ok: true, value, attempts };
  const message = `The answer to ${operation.operation} cannot be read: it may not come from AWS.`;
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

/** The members that are given, as query parameters in the API's order. */
export function queryOf(members: Record<string, string | number | undefined>): [string, string][] {
  return Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
}

/** The path of a function's resource, or the refusal of a name that has none. */
export function functionPath(
  functionName: string,
  resource: string,
): { path: string } | { refused: ReadResult<never> } {
  const parsed = parseFunctionName(functionName);
  if (parsed.ok) return { path: `/2015-03-31/functions/${escapeLabel(functionName)}/${resource}` };
  const error = refusal([{ field: 'functionName', message: parsed.message }]);
  return { refused: { ok: false, error, attempts: [] } };
}
