/** A request as the operations see it: no sockets, no streams. */
export interface ApiRequest {
  method: string;
  /** As it came over the wire, percent-encoded, without the query. */
  path: string;
  /** As it came, without the question mark. */
  query: string;
  /** Lower-case names; a header given twice is joined with a comma. One character a byte. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  body?: Uint8Array | AsyncIterable<Uint8Array>;
  /** A fault that was ordered (api/faults.ts). */
  transport?: TransportFault;
}

export type TransportFault =
  | { kind: 'reset' | 'close' | 'hang' | 'no-cors' }
  /** The connection ends after so many bytes of the body. */
  | { kind: 'cut'; afterBytes: number };

export function jsonResponse(
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value), 'utf8'),
  };
}
