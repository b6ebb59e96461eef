import { emptyPayload } from '../documents/payload.ts';
import type { Connection, Draft, DraftFields, RunRequest } from './types.ts';

/** A new draft: the API's defaults, with the log tail on because a person is watching. */
export function newDraft(id: string, fields: Partial<DraftFields> = {}): Draft {
  return {
    title: null,
    functionName: '',
    qualifier: '',
    invocationType: 'RequestResponse',
    tailLog: true,
    stream: false,
    tenantId: '',
    durableExecutionName: '',
    traceId: '',
    retryMode: 'safe',
    payload: emptyPayload,
    clientContext: '',
    eventType: null,
    caret: null,
    variables: false,
    variants: null,
    isPrivate: false,
    ...fields,
    id,
    payloadRevision: 0,
    payloadProblem: null,
    clientContextRevision: 0,
    lastRunId: null,
  };
}

/** Whether two drafts ask for the same and neither has been run: what was typed is equal, byte for byte. */
export function isSameUnrun(a: Draft, b: Draft): boolean {
  return a.lastRunId === null && b.lastRunId === null && isSameContent(a, b);
}

/** Whether two drafts ask for the same, whatever became of them: what was typed is equal, byte for byte. */
export function isSameContent(a: Draft, b: Draft): boolean {
  return (
    comparedFields.every((field) => a[field] === b[field]) && sameBytes(a.payload.bytes, b.payload.bytes)
  );
}

const comparedFields = [
  'title',
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
  'eventType',
  'isPrivate',
  'variables',
  'variants',
] as const satisfies readonly (keyof Draft)[];

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Whether nothing was typed into a draft and it was never run: nobody would miss it. */
export function isUntouched(draft: Draft): boolean {
  return (
    draft.lastRunId === null &&
    typedFields.every((field) => (draft[field] ?? '') === '') &&
    draft.payload.bytes.length === 0
  );
}

const typedFields = [
  'title',
  'functionName',
  'qualifier',
  'tenantId',
  'durableExecutionName',
  'traceId',
  'clientContext',
  'variants',
] as const satisfies readonly (keyof Draft)[];

/** A snapshot of what a draft asks for. Documents never change, so nothing is copied. */
export function toRunRequest(draft: Draft, connection: Connection): RunRequest {
  return {
    functionName: draft.functionName,
    qualifier: draft.qualifier,
    invocationType: draft.invocationType,
    tailLog: draft.tailLog,
    stream: draft.stream,
    tenantId: draft.tenantId,
    durableExecutionName: draft.durableExecutionName,
    traceId: draft.traceId,
    retryMode: draft.retryMode,
    payload: draft.payload,
    clientContext: draft.clientContext,
    connectionName: connection.name,
    region: connection.region,
    endpoint: connection.endpoint,
  };
}
