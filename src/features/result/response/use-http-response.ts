import { splitHttpPrelude, type HttpResponse } from '../../../documents/http-response.ts';
import { knownResult } from './body-work.ts';
import type { ResponseBody } from './response-body.ts';
import { useBodyJob } from './use-body-job.ts';

/** The HTTP response that a body is or carries: of a proxy integration, or streamed behind its prelude. */
export function useHttpResponse(bytes: Uint8Array, body: ResponseBody): HttpResponse | null {
  const mayBeProxy =
    body.kind === 'json' && /^\uFEFF?\s*\{/.test(body.text) && body.text.includes('"statusCode"');
  const proxy = useBodyJob('http', mayBeProxy ? bytes : null);
  return proxy ?? (body.kind === 'json' ? null : splitHttpPrelude(bytes));
}

/** The same without waiting: null also where a large body has not been looked at yet. */
export function knownHttpResponse(bytes: Uint8Array, body: ResponseBody): HttpResponse | null {
  return body.kind === 'json' ? (knownResult('http', bytes) ?? null) : splitHttpPrelude(bytes);
}
