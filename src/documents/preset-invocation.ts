import { encodeClientContext, type InvokeInput } from '../core/index.ts';
import { payloadBytesForSend, payloadFromPreset } from './payload.ts';
import type { Preset } from './preset-types.ts';

/** What the core sends for a preset; null when the payload has no bytes. Empty members and defaults are left out. */
export function presetInvocation({ request }: Preset): InvokeInput | null {
  const payload = payloadFromPreset(request);
  if (!payload.ok) return null;
  const { invocationType, logType, clientContext } = request;
  const bytes = payloadBytesForSend(payload.document);
  return {
    functionName: request.functionName,
    ...given('qualifier', request.qualifier),
    ...(invocationType === 'RequestResponse' ? {} : { invocationType }),
    ...(logType === 'Tail' && invocationType === 'RequestResponse' ? { logType } : {}),
    ...(clientContext.trim() === '' ? {} : { clientContext: encodeClientContext(clientContext) }),
    ...given('tenantId', request.tenantId),
    ...given('durableExecutionName', request.durableExecutionName),
    ...given('traceId', request.traceId),
    ...(bytes === undefined ? {} : { payload: bytes }),
  };
}

function given<Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>>;
function given(name: string, value: string | null): Record<string, string> {
  return value === null || value === '' ? {} : { [name]: value };
}
