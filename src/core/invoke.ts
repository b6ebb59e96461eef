import type { CallOptions } from './client-types.ts';
import { exchange } from './exchange.ts';
import type { Answer } from './exchange-types.ts';
import { readFunctionName } from './function-name.ts';
import { planRequest, type Planned } from './plan.ts';
import { readAnswer } from './read-answer.ts';
import { readInvokeOutput } from './response.ts';
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
  const traits = invokeTraits(input);
  const read = (answer: Answer) => readAnswer(answer, (whole) => readInvokeOutput(whole, traits.asked));
  const result = await exchange(runtime, { ...planned, ...traits, read }, options);
  return result.ok ? { ok: true, output: result.value, attempts: result.attempts } : result;
}

/** The request of an invoke and where it goes. */
export function planInvoke(runtime: Runtime, input: InvokeInput): Planned {
  const body = encodePayload(input.payload);
  return planRequest(runtime, serializeInvoke('Invoke', input, body), {
    found: findInvokeProblems(input, body),
  });
}

/** What an invoke means for its answer and for being sent again, whichever way the answer is read. */
export function invokeTraits(input: InvokeInput): { asked: Asked; repeatable: boolean } {
  const { functionName, qualifier, invocationType, durableExecutionName } = input;
  const parsed = readFunctionName(functionName);
  const harmless = invocationType === 'DryRun';
  return {
    asked: { qualifier: qualifier || (parsed.ok ? parsed.qualifier : undefined), invocationType, harmless },
    repeatable: harmless || Boolean(durableExecutionName),
  };
}
