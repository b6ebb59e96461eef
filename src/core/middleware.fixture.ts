import { createInvokeClient } from './client.ts';
import type { InvokeClientConfig } from './client-types.ts';
import { configured, playing, type Sent, type Step } from './sending.fixture.ts';
import type { InvokeInput, InvokeResult } from './types.ts';

/** One call of a client that needs no network, and the request that it sent first. */
export async function invoke(
  input: InvokeInput,
  step?: Step,
  config: Partial<InvokeClientConfig> = {},
): Promise<{ result: InvokeResult; request: Sent }> {
  const { fetch, sent } = playing(...(step ? [step] : []));
  const result = await createInvokeClient(configured({ fetch, ...config })).invoke(input);
  return { result, request: sent[0] as Sent };
}

/** The names that a request's signature covers. */
export function signedHeaders({ headers }: Sent): string[] {
  return /SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '')?.[1]?.split(';') ?? [];
}
