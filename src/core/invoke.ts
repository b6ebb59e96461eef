import { addressOf, type Address } from './address.ts';
import { exchange } from './exchange.ts';
import type { Exchange } from './exchange-types.ts';
import { refusal } from './failures.ts';
import { parseFunctionName } from './function-name.ts';
import { readAnswer } from './read-answer.ts';
import { readInvokeResponse } from './response.ts';
import type { Asked } from './response-error.ts';
import { serviceEndpoint, type Runtime } from './runtime.ts';
import { encodePayload, serializeInvoke, type OperationRequest } from './serialize.ts';
import type { CallOptions } from './client-types.ts';
import type { InvokeError, InvokeInput, InvokeOutput, InvokeResult } from './types.ts';
import { findInvokeProblems } from './validate.ts';

/** Validates, sends and reads one Invoke. */
export async function invoke(
  runtime: Runtime,
  input: InvokeInput,
  options: CallOptions,
): Promise<InvokeResult> {
  const planned = planInvoke(runtime, input);
  if (!planned.ok) return { ok: false, error: planned.error, attempts: [] };
  const result = await exchange(runtime, invokeExchange(planned, input), options);
  const { attempts } = result;
  return result.ok
    ? { ok: true, output: result.value, attempts }
    : { ok: false, error: result.error, attempts };
}

export type Planned =
  | { ok: true; request: OperationRequest; address: Address }
  | { ok: false; error: InvokeError };

/** The request of an invoke and where it goes, or everything that is wrong with it. */
export function planInvoke(runtime: Runtime, input: InvokeInput): Planned {
  const body = encodePayload(input.payload);
  const problems = [...runtime.problems, ...findInvokeProblems(input, body)];
  if (problems.length > 0) return { ok: false, error: refusal(problems) };
  return placeRequest(runtime, serializeInvoke(input, body));
}

/** Puts a request of the Lambda API at the client's endpoint. */
export function placeRequest(runtime: Runtime, request: OperationRequest): Planned {
  const endpoint = serviceEndpoint(runtime, request.service);
  if (!endpoint.ok)
    return { ok: false, error: refusal([{ field: endpoint.field, message: endpoint.message }]) };
  const { url, signingRegion } = endpoint;
  const address = addressOf(request, { endpoint: url, transport: runtime.transport, signingRegion });
  if (address) return { ok: true, request, address };
  return {
    ok: false,
    error: refusal([{ field: 'endpoint', message: 'This endpoint changes the path of requests.' }]),
  };
}

/** What an invoke means for being sent again, whichever way its answer is read. */
export function invokeTraits(input: InvokeInput) {
  const harmless = input.invocationType === 'DryRun';
  const repeatable = harmless || Boolean(input.durableExecutionName);
  return { harmless, repeatable, unsigned: false, secrets: [] };
}

/** What decides the meaning of the answer. */
export function askedBy(input: InvokeInput): Asked {
  const parsed = parseFunctionName(input.functionName);
  const qualifier = input.qualifier || (parsed.ok ? parsed.qualifier : undefined);
  return { qualifier, invocationType: input.invocationType };
}

function invokeExchange(
  { request, address }: { request: OperationRequest; address: Address },
  input: InvokeInput,
): Exchange<InvokeOutput> {
  const asked = askedBy(input);
  return {
    ...invokeTraits(input),
    request,
    address,
    staysOpen: false,
    read: (answer, cancellation) =>
      readAnswer(answer, cancellation, {
        asked,
        parse(whole) {
          const read = readInvokeResponse(whole, asked);
          return read.ok ? { ok: true, value: read.output } : read;
        },
      }),
  };
}
