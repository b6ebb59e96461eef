/**
 * The public types of the invoke core. Names are the Lambda API's own, in camelCase.
 * Limits and meanings: AWS Lambda API reference, operation Invoke (2015-03-31).
 */

export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

export type LogType = 'None' | 'Tail';

/** A member that is `undefined` sends nothing; one that is given is sent as given, an empty string included. */
export interface InvokeInput {
  /** Name, `name:qualifier`, partial ARN or full ARN; 1 to 256 characters. */
  functionName: string;
  /** Version or alias, 1 to 128 characters. */
  qualifier?: string;
  invocationType?: InvocationType;
  /** `Tail` returns the last 4 KB of the log; RequestResponse only. */
  logType?: LogType;
  /** Base64 as on the wire, at most 3,583 characters; encodeClientContext makes it. */
  clientContext?: string;
  /** Sent byte for byte: never parsed, never re-indented. '' and undefined send no body. At most 6 MiB, Event 1 MiB. */
  payload?: string | Uint8Array;
  /** For functions with tenant isolation; 1 to 256 characters. */
  tenantId?: string;
  /** Idempotency key of a durable execution; 1 to 64 characters. */
  durableExecutionName?: string;
  /** X-Amzn-Trace-Id, never signed. */
  traceId?: string;
}

/** Expected failures are values; the promise rejects only on a bug. A refusal has no attempts. */
export type InvokeResult =
  | { ok: true; output: InvokeOutput; attempts: Attempt[] }
  | { ok: false; error: InvokeError; attempts: Attempt[] };

export interface InvokeOutput {
  statusCode: number;
  /** Present when the function itself failed: the call is still a success (HTTP 200). */
  functionError?: string;
  executedVersion?: string;
  /** How the executed version is known: CORS can hide the header. */
  executedVersionSource?: 'header' | 'log' | 'qualifier';
  durableExecutionArn?: string;
  logResult?: LogTail;
  /** The body as it came; length 0 when it is empty. */
  payload: Uint8Array;
  requestId?: string;
  /** The headers that the page may read: under CORS, an absent header may be hidden. */
  headers: Record<string, string>;
}

export interface LogTail {
  base64: string;
  text: string;
  /** 4,096 bytes or more, and the first line is not START or INIT_START. */
  truncated: boolean;
  report?: LogReport;
  /** Managed Instances answer with a place instead of text. */
  location?: { logGroup: string; logStreamName: string };
  /** The header was not base64; `text` is ''. */
  invalid?: true;
}

/** The numbers of the REPORT line or of platform.report. */
export interface LogReport {
  requestId?: string;
  durationMs?: number;
  billedDurationMs?: number;
  memorySizeMB?: number;
  maxMemoryUsedMB?: number;
  initDurationMs?: number;
  restoreDurationMs?: number;
  status?: string;
  errorType?: string;
  xrayTraceId?: string;
}

export type MayHaveRun = 'no' | 'unknown' | 'yes';

export interface InvokeError {
  kind: InvokeErrorKind;
  /** The API's error name, sanitised; undefined when the answer names none. */
  code?: string;
  message: string;
  statusCode?: number;
  requestId?: string;
  /** The API's Reason of a throttled call. */
  reason?: string;
  retryAfterSeconds?: number;
  /** invalid-input: all of them at once. */
  problems?: { field: string; message: string }[];
  mayHaveRun: MayHaveRun;
  body?: Uint8Array;
  headers?: Record<string, string>;
  cause?: unknown;
}

export type InvokeErrorKind =
  | 'invalid-input'
  | 'credentials'
  | 'clock-skew'
  | 'access-denied'
  | 'not-found'
  | 'throttled'
  | 'too-large'
  | 'service'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'bad-response';

/** One send and its end. `clockSkewMs` is the server's clock minus ours. */
export interface Attempt {
  number: number;
  startedAt: Date;
  endedAt: Date;
  statusCode?: number;
  errorCode?: string;
  retryDelayMs?: number;
  clockSkewMs?: number;
}

export type StreamEvent =
  | { type: 'start'; statusCode: number; executedVersion?: string; contentType?: string; requestId?: string }
  /** `atMs`: milliseconds since the send. */
  | { type: 'chunk'; bytes: Uint8Array; atMs: number }
  | {
      type: 'complete';
      errorCode?: string;
      errorDetails?: string;
      logResult?: LogTail;
      executedVersion?: string;
    }
  /** May follow start and chunks; always the last event. */
  | { type: 'error'; error: InvokeError };

export type ParsedFunctionName =
  | { ok: true; name: string; account?: string; region?: string; qualifier?: string; partition?: string }
  | { ok: false; message: string };

export type ResolvedEndpoint = { ok: true; url: string } | { ok: false; message: string };

/** A function error's document in one shape, whichever runtime wrote it. */
export interface FunctionError {
  errorType?: string;
  errorMessage?: string;
  frames: StackFrame[];
  causes: FunctionError[];
}

export interface StackFrame {
  text: string;
  file?: string;
  line?: number;
}

/** Plain words for an error: what happened, what it means, what to do next. */
export interface ErrorDescription {
  title: string;
  meaning: string;
  nextStep: string;
}
