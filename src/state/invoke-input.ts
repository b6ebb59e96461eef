import { encodeClientContext, type InvokeInput } from '../core/index.ts';
import { payloadBytesForSend } from '../documents/payload.ts';
import type { RunRequest } from './types.ts';

/**
 * What the core sends for a request. Empty fields and the API's own defaults are left out, so that endpoints that
 * allow few headers to other origins work too.
 */
export function toInvokeInput(request: RunRequest): InvokeInput {
  const { invocationType, tailLog, clientContext } = request;
  const payload = payloadBytesForSend(request.payload);
  return {
    functionName: request.functionName.trim(),
    ...textMember('qualifier', request.qualifier),
    ...(invocationType === 'RequestResponse' ? {} : { invocationType }),
    ...(tailLog && invocationType === 'RequestResponse' ? { logType: 'Tail' as const } : {}),
    ...(clientContext.trim() === '' ? {} : { clientContext: encodeClientContext(clientContext) }),
    ...textMember('tenantId', request.tenantId),
    ...textMember('durableExecutionName', request.durableExecutionName),
    ...textMember('traceId', request.traceId),
    ...(payload === undefined ? {} : { payload }),
  };
}

type TextMember = 'qualifier' | 'tenantId' | 'durableExecutionName' | 'traceId';

function textMember(name: TextMember, value: string): Partial<Record<TextMember, string>> {
  const text = value.trim();
  return text === '' ? {} : { [name]: text };
}
