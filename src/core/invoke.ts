import type { CallOptions } from './client-types.ts';
import { exchange } from './exchange.ts';
import { parseFunctionName } from './function-name.ts';
import { planRequest, type Planned } from './plan.ts';
import { readAnswer } from './read-answer.ts';
import { readInvokeResponse } from './response.ts';
import type { Asked } from './response-error.ts';
import type { Runtime } from './runtime.ts';
import { encodePayload, serializeInvoke } from './serialize.ts';
import type { InvokeInput, InvokeResult } from './types.ts';
import { findInvokeProblems } from './validate.ts';

/** Validates, sends and reads one Invoke. */
export async function invoke(
  runtime: Runtime,
  input: InvokeInput,
  options: CallOptions,
): Promise<InvokeResult> {
  const planned = planInvoke(runtime, input);
  if (!planned.ok) return { ...planned, attempts: [] };
  const asked = askedBy(input);
  const result = await exchange(
    runtime,
    {
      ...planned,
      ...invokeTraits(input),
      read: (answer, cancellation) =>
        readAnswer(answer, cancellation, {
          asked,
          parse(whole) {
            const parsed = readInvokeResponse(whole, asked);
            return parsed.ok ? { ok: true, value: parsed.output } : parsed;
          },
        }),
    },
    options,
  );
  const { attempts } = result;
  return result.ok
    ? { ok: true, output: result.value, attempts }
    : { ok: false, error: result.error, attempts };
}

/** The request of an invoke and where it goes. */
export function planInvoke(runtime: Runtime, input: InvokeInput): Planned {
  const body = encodePayload(input.payload);
  return planRequest(runtime, serializeInvoke(input, body), { found: findInvokeProblems(input, body) });
}

/** What an invoke means for being sent again, whichever way its answer is read. */
export function invokeTraits({ invocationType, durableExecutionName }: InvokeInput) {
  const harmless = invocationType === 'DryRun';
  return { harmless, repeatable: harmless || Boolean(durableExecutionName) };
}

/** What decides the meaning of the answer. */
export function askedBy({ functionName, qualifier, invocationType }: InvokeInput): Asked {
  const parsed = parseFunctionName(functionName);
  return { qualifier: qualifier || (parsed.ok ? parsed.qualifier : undefined), invocationType };
}
