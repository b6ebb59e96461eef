import type { Draft, RunRequest } from './types.ts';

/** Whether a draft asks for just what was asked for, byte for byte. */
export function sameRequest(draft: Draft, request: RunRequest): boolean {
  const { bytes } = request.payload;
  const own = draft.payload.bytes;
  return (
    draft.payloadProblem === null &&
    compared.every((name) => draft[name] === request[name]) &&
    own.length === bytes.length &&
    own.every((byte, index) => byte === bytes[index])
  );
}

const compared = [
  'functionName',
  'qualifier',
  'invocationType',
  'tailLog',
  'stream',
  'tenantId',
  'durableExecutionName',
  'traceId',
  'retryMode',
  'clientContext',
] as const satisfies readonly (keyof Draft & keyof RunRequest)[];
