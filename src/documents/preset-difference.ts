import { payloadFromPreset, payloadText } from './payload.ts';
import type { Preset, PresetRequest } from './preset-types.ts';

/** One member of a request that two presets say differently. */
export interface PresetDifference {
  field: string;
  /** In the API's words. */
  label: string;
  before: string;
  after: string;
}

/** What two presets ask for differently. Names, tags and targets are left out: they change no request. */
export function presetDifferences(before: Preset, after: Preset): PresetDifference[] {
  return fields
    .map(({ field, label }) => ({
      field,
      label,
      before: textOf(before.request, field),
      after: textOf(after.request, field),
    }))
    .filter((one) => one.before !== one.after);
}

type Field = Exclude<keyof PresetRequest, 'payloadEncoding' | 'extra'>;

const fields: readonly { field: Field; label: string }[] = [
  { field: 'functionName', label: 'Function' },
  { field: 'qualifier', label: 'Qualifier' },
  { field: 'invocationType', label: 'Invocation type' },
  { field: 'logType', label: 'Log type' },
  { field: 'stream', label: 'Stream response' },
  { field: 'payload', label: 'Payload' },
  { field: 'clientContext', label: 'Client context' },
  { field: 'tenantId', label: 'Tenant ID' },
  { field: 'durableExecutionName', label: 'Durable execution name' },
  { field: 'traceId', label: 'Trace ID' },
  { field: 'retryMode', label: 'Retry mode' },
  { field: 'variables', label: 'Variables' },
];

/** A payload that is text by its bytes is text, however the preset spells it. */
function textOf(request: PresetRequest, field: Field): string {
  if (field !== 'payload') return String(request[field] ?? '');
  const payload = payloadFromPreset(request);
  if (!payload.ok || payload.document.encoding === 'binary') return request.payload;
  return (payload.document.bom ? '\uFEFF' : '') + payloadText(payload.document);
}
