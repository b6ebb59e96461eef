import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { ApiError, errorResponse } from './api-error.ts';
import { type ApiRequest, type ApiResponse, jsonResponse } from '../http/messages.ts';

/**
 * Faults to order, so that a client can be watched while things go wrong: by the payload `{ "fault": ... }` of a
 * function whose function.json says `"faults": true`, or by the header x-local-fault on a server that tests start.
 *
 * With `"attempts": 1` only the first attempt of a client meets the fault. `refused` faults answer instead of the
 * function, `answered` ones spoil the answer of a function that has run.
 */
const attempts = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const refusedSchema = v.variant('fault', [
  v.strictObject({
    attempts,
    fault: v.literal('throttle'),
    reason: v.optional(v.string(), 'ReservedFunctionConcurrentInvocationLimitExceeded'),
    retryAfterSeconds: v.optional(v.number()),
  }),
  /** An error of the API: status and code as ordered. */
  v.strictObject({
    attempts,
    fault: v.literal('error'),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)), 500),
    code: v.optional(v.string(), 'ServiceException'),
    message: v.optional(v.string(), 'A fault that was ordered.'),
  }),
  /** An answer that is not the API's: a proxy's page. */
  v.strictObject({
    attempts,
    fault: v.literal('html'),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 502),
  }),
  /**
   * The temporary keys that signed end now, before their time; the request is refused for that. With `once` only the
   * first request that has this text: the next one comes with new keys, and maybe from a client that counts nothing.
   */
  v.strictObject({ attempts, fault: v.literal('end-session'), once: v.optional(v.string()) }),
  /** The request arrives, and nothing ever comes back. */
  v.strictObject({ attempts, fault: v.literal('hang') }),
]);
const answeredSchema = v.variant('fault', [
  v.strictObject({ attempts, fault: v.literal('reset') }),
  v.strictObject({ attempts, fault: v.literal('close') }),
  /** The body breaks off after so many bytes. */
  v.strictObject({ attempts, fault: v.literal('cut'), bytes: v.optional(v.number(), 10) }),
  v.strictObject({
    attempts,
    fault: v.literal('delay'),
    ms: v.pipe(v.number(), v.minValue(0), v.maxValue(900_000)),
  }),
  /** The function ran, and a page may not read what it answered. */
  v.strictObject({ attempts, fault: v.literal('no-cors') }),
  /** The log is not base64. */
  v.strictObject({ attempts, fault: v.literal('bad-log') }),
  /** Of a stream: a wrong checksum, an absurd length, or no InvokeComplete. */
  v.strictObject({
    attempts,
    fault: v.literal('stream'),
    damage: v.picklist(['checksum', 'length', 'no-end']),
  }),
]);

type RefusedFault = v.InferOutput<typeof refusedSchema>;
type AnsweredFault = v.InferOutput<typeof answeredSchema>;
export type Fault = RefusedFault | AnsweredFault;

/** The fault that a header or a payload orders; undefined when it orders none that there is. */
function parseFault(json: string): Fault | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const refused = v.safeParse(refusedSchema, value);
    if (refused.success) return refused.output;
    const answered = v.safeParse(answeredSchema, value);
    return answered.success ? answered.output : undefined;
  } catch {
    return undefined;
  }
}

const FAULT_HEADER = 'x-local-fault';

/** Plays a fault around an operation. */
export async function playFault(fault: Fault, run: () => Promise<ApiResponse>): Promise<ApiResponse> {
  const refused = v.safeParse(refusedSchema, fault);
  if (refused.success) return refuse(refused.output);
  const answered = v.parse(answeredSchema, fault);
  if (answered.fault === 'delay') await sleep(answered.ms, undefined, { ref: false });
  return spoil(answered, await run());
}

/** What a request orders, where it may: the header first, then the payload. */
export function orderedFault(
  request: ApiRequest,
  { byHeader, byPayload }: { byHeader: boolean; byPayload: boolean },
): Fault | undefined {
  const header = byHeader ? request.headers.get(FAULT_HEADER) : undefined;
  if (header !== undefined) return parseFault(header);
  return byPayload ? parseFault(request.body.toString('utf8')) : undefined;
}

function refuse(fault: RefusedFault): ApiResponse {
  switch (fault.fault) {
    case 'throttle': {
      const headers =
        fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
      const body = { Reason: fault.reason, Type: 'User', message: 'Rate Exceeded.' };
      return jsonResponse(429, body, { 'x-amzn-errortype': 'TooManyRequestsException', ...headers });
    }
    case 'error':
      return jsonResponse(
        fault.status,
        { Type: fault.status < 500 ? 'User' : 'Service', message: fault.message },
        { 'x-amzn-errortype': fault.code },
      );
    case 'end-session':
      return errorResponse(
        new ApiError('ExpiredTokenException', 'The security token included in the request is expired'),
      );
    case 'html': {
      const page = `<html><head><title>${fault.status}</title></head><body>This proxy has something to say.</body></html>`;
      return {
        status: fault.status,
        headers: { 'content-type': 'text/html' },
        body: Buffer.from(page, 'utf8'),
      };
    }
    case 'hang':
      return { status: 200, headers: {}, transport: { kind: 'hang' } };
  }
}

function spoil(fault: AnsweredFault, answer: ApiResponse): ApiResponse {
  switch (fault.fault) {
    case 'reset':
    case 'close':
    case 'no-cors':
      return { ...answer, transport: { kind: fault.fault } };
    case 'cut':
      return { ...answer, transport: { kind: 'cut', afterBytes: fault.bytes } };
    case 'bad-log':
      return { ...answer, headers: { ...answer.headers, 'x-amz-log-result': '%%% this is not base64 %%%' } };
    case 'stream': {
      const { body } = answer;
      return body && !(body instanceof Uint8Array) ? { ...answer, body: damage(body, fault.damage) } : answer;
    }
    case 'delay':
      return answer;
  }
}

/** Each part of a streamed body is one message. */
async function* damage(
  messages: AsyncIterable<Uint8Array>,
  kind: 'checksum' | 'length' | 'no-end',
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  for await (const message of messages) {
    if (held) yield held;
    held = message;
  }
  // The last message is InvokeComplete.
  if (!held || kind === 'no-end') return;
  const spoilt = Buffer.from(held);
  if (kind === 'length') spoilt.writeUInt32BE(0x7fff_ffff, 0);
  else spoilt.writeUInt32BE((spoilt.readUInt32BE(spoilt.length - 4) ^ 1) >>> 0, spoilt.length - 4);
  yield spoilt;
}
