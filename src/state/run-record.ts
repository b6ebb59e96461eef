import type { InvokeError, InvokeOutput, InvokeResult } from '../core/index.ts';
import type { RunBody, RunSummary, StoredBody, StoredRequest, StoredResult } from './history-types.ts';
import type { StorageChange } from './storage-types.ts';
import { parsePassed } from './stored-run.ts';
import type { Run, RunRequest } from './types.ts';

/** Bodies up to this many bytes are kept whole, larger ones as size and SHA-256. */
export const bodyBoundBytes = 262_144;

export type Sha256Hex = (bytes: Uint8Array) => Promise<string | null>;

/** What is stored of a run: only the members that are named here or by the schemas, whatever else the run carries. */
export async function toRecord(run: Run, sessionId: string, sha256Hex: Sha256Hex): Promise<RunRecord | null> {
  const summary = toSummary(run, sessionId);
  const body = await toBody(run, sha256Hex);
  const passed = parsePassed(body);
  return passed && { summary, body: { ...body, ...passed } };
}

export interface RunRecord {
  summary: RunSummary;
  body: RunBody;
}

/** A run under way is one record, with its body inside: it is soon replaced by the two that the list and search read. */
export function recordChanges({ summary, body }: RunRecord): StorageChange[] {
  if (summary.state === 'sending')
    return [{ type: 'put', store: 'runSummaries', key: summary.id, value: begunEntry({ summary, body }) }];
  return [
    { type: 'put', store: 'runSummaries', key: summary.id, value: summary },
    { type: 'put', store: 'runBodies', key: body.id, value: body },
  ];
}

/** With its body inside. */
export function begunEntry({ summary, body }: RunRecord): object {
  return { ...summary, begun: body };
}

export function removalChanges(key: string): StorageChange[] {
  return [
    { type: 'delete', store: 'runSummaries', key },
    { type: 'delete', store: 'runBodies', key },
  ];
}

function toSummary(run: Run, sessionId: string): RunSummary {
  const { request } = run;
  return {
    v: 1,
    id: run.id,
    sessionId,
    draftId: run.draftId,
    state: run.outcome === null ? 'sending' : 'done',
    outcome: run.outcome,
    startedAt: run.startedAt.getTime(),
    endedAt: run.endedAt?.getTime() ?? null,
    functionName: request.functionName,
    qualifier: request.qualifier,
    invocationType: request.invocationType,
    connectionName: request.connectionName,
    region: request.region,
    endpoint: request.endpoint,
    requestBytes: request.payload.bytes.byteLength,
    roundTripMs: run.roundTripMs,
    ...answerFacts(run.result),
  };
}

type AnswerFacts = Pick<
  RunSummary,
  'responseBytes' | 'durationMs' | 'statusCode' | 'executedVersion' | 'requestId' | 'errorCode'
>;

function answerFacts(result: InvokeResult | null): AnswerFacts {
  if (!result) return noAnswer;
  return result.ok ? outputFacts(result.output) : errorFacts(result.error);
}

function outputFacts({ payload, logResult, statusCode, ...output }: InvokeOutput): AnswerFacts {
  return {
    responseBytes: payload.byteLength,
    durationMs: logResult?.report?.durationMs ?? null,
    statusCode,
    executedVersion: output.executedVersion ?? null,
    requestId: output.requestId ?? null,
    errorCode: output.functionError ?? null,
  };
}

function errorFacts({ body, statusCode, requestId, code, kind }: InvokeError): AnswerFacts {
  return {
    ...noAnswer,
    responseBytes: body?.byteLength ?? null,
    statusCode: statusCode ?? null,
    requestId: requestId ?? null,
    errorCode: code ?? kind,
  };
}

const noAnswer: AnswerFacts = {
  responseBytes: null,
  durationMs: null,
  statusCode: null,
  executedVersion: null,
  requestId: null,
  errorCode: null,
};

async function toBody(run: Run, sha256Hex: Sha256Hex): Promise<RunBody> {
  const { prepared } = run;
  return {
    v: 1,
    id: run.id,
    request: await toStoredRequest(run.request, sha256Hex),
    result: run.result && (await toStoredResult(run.result, sha256Hex)),
    attempts: run.attempts,
    marks: [...run.marks],
    ...(run.streamTimeline ? { streamTimeline: run.streamTimeline } : {}),
    ...(run.streamError ? { streamError: run.streamError } : {}),
    ...(run.relayed ? { relayed: true } : {}),
    prepared: prepared && {
      method: prepared.method,
      url: prepared.url,
      headers: prepared.headers,
      canonicalRequest: prepared.canonicalRequest,
      stringToSign: prepared.stringToSign,
      signedHeaders: prepared.signedHeaders,
    },
  };
}

async function toStoredRequest(request: RunRequest, sha256Hex: Sha256Hex): Promise<StoredRequest> {
  return {
    functionName: request.functionName,
    qualifier: request.qualifier,
    invocationType: request.invocationType,
    tailLog: request.tailLog,
    stream: request.stream,
    tenantId: request.tenantId,
    durableExecutionName: request.durableExecutionName,
    traceId: request.traceId,
    retryMode: request.retryMode,
    clientContext: request.clientContext,
    connectionName: request.connectionName,
    region: request.region,
    endpoint: request.endpoint,
    ...(request.secretParts ? { secretParts: request.secretParts } : {}),
    payload: await toStoredBody(request.payload.bytes, sha256Hex),
  };
}

async function toStoredResult(result: InvokeResult, sha256Hex: Sha256Hex): Promise<StoredResult> {
  if (result.ok) {
    const { payload, ...output } = result.output;
    return { ok: true, output, payload: await toStoredBody(payload, sha256Hex) };
  }
  // A cause may be anything, and can't always be cloned.
  const { body, cause: _cause, ...error } = result.error;
  return { ok: false, error, body: body ? await toStoredBody(body, sha256Hex) : null };
}

async function toStoredBody(bytes: Uint8Array, sha256Hex: Sha256Hex): Promise<StoredBody> {
  if (bytes.byteLength > bodyBoundBytes) {
    return { omitted: { sizeBytes: bytes.byteLength, sha256: await sha256Hex(bytes) } };
  }
  // A view of a larger buffer would be cloned with the whole of it.
  return { bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice() };
}
