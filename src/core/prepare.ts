import { signingFailure } from './failures.ts';
import { planInvoke } from './invoke.ts';
import { createRedactor } from './redact.ts';
import type { Runtime } from './runtime.ts';
import { signRequest } from './sign-request.ts';
import type { CredentialSource, PrepareResult } from './client-types.ts';
import type { InvokeInput } from './types.ts';

/** The first attempt of an invoke as it would be sent, with the texts that were signed. */
export async function prepare(runtime: Runtime, input: InvokeInput): Promise<PrepareResult> {
  const planned = planInvoke(runtime, input);
  if (!planned.ok) return planned;
  const { request, address } = planned;
  let source: CredentialSource | undefined;
  try {
    source = await runtime.credentials.current();
    const invocationId = runtime.ports.randomUUID();
    return {
      ok: true,
      request: await signRequest(runtime, { request, address, source, attempt: 1, invocationId }),
    };
  } catch (thrown) {
    return { ok: false, error: signingFailure(thrown, createRedactor(source)) };
  }
}
