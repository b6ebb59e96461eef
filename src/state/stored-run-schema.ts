import * as v from 'valibot';
import { invocationTypes, retryModes } from '../documents/request-options.ts';

/** Version 1 of the records of runs. A released shape never changes: a new one gets its own number beside it. */

const text = v.string();
const number = v.number();
const optionalText = v.exactOptional(text);
const optionalNumber = v.exactOptional(number);
const headers = v.record(text, text);

const outcome = v.picklist([
  'success',
  'function-error',
  'accepted',
  'dry-run',
  'rejected',
  'unknown',
  'cancelled',
  'not-sent',
]);
const invocationType = v.picklist(invocationTypes);

export const runSummarySchema = v.object({
  v: v.literal(1),
  id: text,
  sessionId: text,
  draftId: text,
  state: v.picklist(['sending', 'done', 'interrupted']),
  outcome: v.nullable(outcome),
  startedAt: number,
  endedAt: v.nullable(number),
  functionName: text,
  qualifier: text,
  invocationType,
  connectionName: text,
  region: text,
  endpoint: v.nullable(text),
  requestBytes: number,
  responseBytes: v.nullable(number),
  roundTripMs: v.nullable(number),
  durationMs: v.nullable(number),
  statusCode: v.nullable(number),
  executedVersion: v.nullable(text),
  requestId: v.nullable(text),
  errorCode: v.nullable(text),
});

const bytes = v.instance(Uint8Array);
const storedBody = v.union([
  v.object({ bytes }),
  v.object({ omitted: v.object({ sizeBytes: number, sha256: v.nullable(text) }) }),
]);

const report = v.object({
  requestId: optionalText,
  durationMs: optionalNumber,
  billedDurationMs: optionalNumber,
  memorySizeMB: optionalNumber,
  maxMemoryUsedMB: optionalNumber,
  initDurationMs: optionalNumber,
  restoreDurationMs: optionalNumber,
  status: optionalText,
  errorType: optionalText,
  xrayTraceId: optionalText,
});

const logTail = v.object({
  base64: text,
  text,
  truncated: v.boolean(),
  report: v.exactOptional(report),
  location: v.exactOptional(v.object({ logGroup: text, logStreamName: text })),
  invalid: v.exactOptional(v.literal(true)),
});

const output = v.object({
  statusCode: number,
  functionError: optionalText,
  executedVersion: optionalText,
  executedVersionSource: v.exactOptional(v.picklist(['header', 'log', 'qualifier'])),
  durableExecutionArn: optionalText,
  logResult: v.exactOptional(logTail),
  requestId: optionalText,
  headers,
});

const error = v.object({
  kind: v.picklist([
    'invalid-input',
    'credentials',
    'clock-skew',
    'access-denied',
    'not-found',
    'throttled',
    'too-large',
    'service',
    'network',
    'timeout',
    'aborted',
    'bad-response',
  ]),
  code: optionalText,
  message: text,
  statusCode: optionalNumber,
  requestId: optionalText,
  reason: optionalText,
  retryAfterSeconds: optionalNumber,
  problems: v.exactOptional(v.array(v.object({ field: text, message: text }))),
  mayHaveRun: v.picklist(['no', 'unknown', 'yes']),
  headers: v.exactOptional(headers),
});

const attempt = v.object({
  number,
  startedAt: v.date(),
  endedAt: v.date(),
  statusCode: optionalNumber,
  errorCode: optionalText,
  retryDelayMs: optionalNumber,
  clockSkewMs: optionalNumber,
});

const mark = v.object({
  attempt: number,
  phase: v.picklist(['queued', 'signing', 'sending', 'reading', 'backing-off', 'done']),
  atMs: number,
  delayMs: optionalNumber,
});

export const runBodySchema = v.object({
  v: v.literal(1),
  id: text,
  request: v.object({
    functionName: text,
    qualifier: text,
    invocationType,
    tailLog: v.boolean(),
    stream: v.boolean(),
    tenantId: text,
    durableExecutionName: text,
    traceId: text,
    retryMode: v.picklist(retryModes),
    clientContext: text,
    connectionName: text,
    region: text,
    endpoint: v.nullable(text),
    secretParts: v.exactOptional(v.array(v.tuple([number, number]))),
    payload: storedBody,
  }),
  result: v.nullable(
    v.union([
      v.object({ ok: v.literal(true), output, payload: storedBody }),
      v.object({ ok: v.literal(false), error, body: v.nullable(storedBody) }),
    ]),
  ),
  attempts: v.array(attempt),
  marks: v.exactOptional(v.array(mark)),
  streamTimeline: v.exactOptional(
    v.object({ chunks: number, bytes: number, points: v.array(v.tuple([number, number])) }),
  ),
  streamError: v.exactOptional(v.object({ code: text, details: optionalText })),
  relayed: v.exactOptional(v.literal(true)),
  prepared: v.nullable(
    v.object({
      method: text,
      url: text,
      headers,
      canonicalRequest: text,
      stringToSign: text,
      signedHeaders: v.array(text),
    }),
  ),
});
