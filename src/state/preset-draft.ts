import { classifyEndpoint } from '../documents/endpoint-class.ts';
import { payloadFromPreset, payloadToPreset } from '../documents/payload.ts';
import type { Preset, PresetTarget } from '../documents/preset-types.ts';
import type { Connection, Draft, DraftFields } from './types.ts';

/** What a draft asks for, as a preset. `before` gives what a draft does not have: description, tags, expectations, unknown keys. */
export function presetFromDraft(draft: Draft, { id, name, connection, before }: PresetParts): Preset {
  const { description, tags, expectations, extra } = before ?? nothingBefore;
  return {
    id,
    name,
    description,
    tags,
    expectations,
    extra,
    request: {
      functionName: draft.functionName,
      qualifier: draft.qualifier,
      invocationType: draft.invocationType,
      logType: draft.tailLog ? 'Tail' : 'None',
      ...payloadToPreset(draft.payload),
      clientContext: draft.clientContext,
      tenantId: draft.tenantId || null,
      durableExecutionName: draft.durableExecutionName || null,
      stream: draft.stream,
      traceId: draft.traceId || null,
      retryMode: draft.retryMode,
      ...(draft.variables ? { variables: true } : {}),
      extra: before?.request.extra ?? {},
    },
    target: targetOf(connection, before?.target ?? null),
  };
}

const nothingBefore: Pick<Preset, 'description' | 'tags' | 'expectations' | 'extra'> = {
  description: '',
  tags: [],
  expectations: [],
  extra: {},
};

export interface PresetParts {
  id: string;
  name: string;
  connection: Connection | undefined;
  before: Preset | null;
}

/** The fields of a draft that asks for what the preset says. Where it goes stays the connection's alone. */
export function draftFromPreset({ name, request }: Preset): Partial<DraftFields> {
  const payload = payloadFromPreset(request);
  return {
    title: name,
    functionName: request.functionName,
    qualifier: request.qualifier,
    invocationType: request.invocationType,
    tailLog: request.logType === 'Tail',
    stream: request.stream,
    tenantId: request.tenantId ?? '',
    durableExecutionName: request.durableExecutionName ?? '',
    traceId: request.traceId ?? '',
    retryMode: request.retryMode,
    variables: request.variables === true,
    clientContext: request.clientContext,
    ...(payload.ok ? { payload: payload.document } : {}),
  };
}

/** The local endpoint's port and what no reader would take are no use to others. */
function targetOf(connection: Connection | undefined, before: PresetTarget | null): PresetTarget | null {
  if (connection === undefined) return before;
  const { region, endpoint, kind } = connection;
  const isHint = endpoint !== null && kind !== 'local' && classifyEndpoint(endpoint).kind !== 'refused';
  return { region, endpoint: isHint ? endpoint : null, extra: before?.extra ?? {} };
}
