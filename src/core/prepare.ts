import type { PrepareResult } from './client-types.ts';
import { signingFailure } from './failures.ts';
import { planInvoke } from './invoke.ts';
import { createRedactor } from './redact.ts';
import type { Runtime } from './runtime.ts';
import { signRequest, type Signing } from './sign-request.ts';
import type { InvokeInput } from './types.ts';

/** The first attempt of an invoke as it would be sent, with the texts that were signed. */
export async function prepare(runtime: Runtime, input: InvokeInput): Promise<PrepareResult> {
  const planned = planInvoke(runtime, input);
  if (!planned.ok) return planned;
  const signing: Signing = { ...planned, invocationId: runtime.randomUUID(), secrets: [] };
  try {
    return { ok: true, request: await signRequest(runtime, signing, 1) };
  } catch (thrown) {
    return { ok: false, error: signingFailure(thrown, createRedactor(signing.secrets)) };
  }
}
