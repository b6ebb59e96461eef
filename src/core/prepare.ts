import type { PrepareResult } from './client-types.ts';
import { signingFailure } from './failures.ts';
import { planInvoke } from './invoke.ts';
import { createRedactor, secretsOf } from './redact.ts';
import type { Runtime } from './runtime.ts';
import { signRequest } from './sign-request.ts';
import type { InvokeInput } from './types.ts';

/** The first attempt of an invoke as it would be sent, with the texts that were signed. */
export async function prepare(runtime: Runtime, input: InvokeInput): Promise<PrepareResult> {
  const planned = planInvoke(runtime, input);
  if (!planned.ok) return planned;
  const secrets: string[] = [];
  try {
    const source = await runtime.credentials.current();
    secrets.push(...secretsOf(source));
    const signing = { ...planned, source, attempt: 1, invocationId: runtime.randomUUID() };
    return { ok: true, request: await signRequest(runtime, signing) };
  } catch (thrown) {
    return { ok: false, error: signingFailure(thrown, createRedactor(secrets)) };
  }
}
