import {
  describeError,
  parseFunctionError,
  type ErrorDescription,
  type FunctionError,
  type InvokeError,
  type InvokeOutput,
  type LogTail,
  type MayHaveRun,
} from '../../core/index.ts';
import type { Run, StreamError } from '../../state/types.ts';
import { firstByteMs } from './attempts/timeline.ts';

/** What the views show of a run, read once. A member that is undefined is not known. */
export interface ResultFacts {
  statusCode: number | undefined;
  executedVersion: string | undefined;
  executedVersionSource: 'header' | 'log' | 'qualifier' | undefined;
  functionError: string | undefined;
  /** The function error's document, when the payload is one. */
  functionErrorDetail: FunctionError | undefined;
  requestId: string | undefined;
  durableExecutionArn: string | undefined;
  error: InvokeError | undefined;
  errorWords: ErrorDescription | undefined;
  mayHaveRun: MayHaveRun | undefined;
  log: LogTail | undefined;
  headers: Record<string, string> | undefined;
  /** The response as far as it came. */
  body: Uint8Array | undefined;
  roundTripMs: number | undefined;
  /** From the send to the first byte of the answer. */
  firstByteMs: number | undefined;
  requestBytes: number;
  report: NonNullable<LogTail['report']>;
}

export function resultFacts(run: Run): ResultFacts {
  const known =
    run.result === null ? nothing : run.result.ok ? ofOutput(run.result.output) : ofError(run.result.error);
  return {
    ...known,
    mayHaveRun: known.mayHaveRun ?? (run.interrupted ? 'unknown' : undefined),
    ...(run.streamError ? { functionErrorDetail: detailOf(run.streamError) } : {}),
    roundTripMs: run.roundTripMs ?? undefined,
    firstByteMs: firstByteMs(run.marks),
    requestBytes: run.request.payload.bytes.length,
  };
}

/** After the first byte a stream says why it failed in its last event alone; its body is what came before. */
function detailOf({ code, details }: StreamError): FunctionError {
  const document = details === undefined ? undefined : parseFunctionError(new TextEncoder().encode(details));
  return document ?? { errorType: code, errorMessage: details ?? '', frames: [], causes: [] };
}

type FactsOfAnswer = Omit<ResultFacts, 'roundTripMs' | 'firstByteMs' | 'requestBytes'>;

const nothing: FactsOfAnswer = {
  statusCode: undefined,
  executedVersion: undefined,
  executedVersionSource: undefined,
  functionError: undefined,
  functionErrorDetail: undefined,
  requestId: undefined,
  durableExecutionArn: undefined,
  error: undefined,
  errorWords: undefined,
  mayHaveRun: undefined,
  log: undefined,
  headers: undefined,
  body: undefined,
  report: {},
};

function ofOutput(output: InvokeOutput): FactsOfAnswer {
  const { functionError, payload, logResult } = output;
  return {
    ...nothing,
    statusCode: output.statusCode,
    executedVersion: output.executedVersion,
    executedVersionSource: output.executedVersionSource,
    functionError,
    functionErrorDetail: functionError === undefined ? undefined : parseFunctionError(payload),
    requestId: output.requestId,
    durableExecutionArn: output.durableExecutionArn,
    log: logResult,
    headers: output.headers,
    body: payload,
    report: logResult?.report ?? {},
  };
}

function ofError(error: InvokeError): FactsOfAnswer {
  return {
    ...nothing,
    statusCode: error.statusCode,
    requestId: error.requestId,
    error,
    errorWords: describeError(error),
    mayHaveRun: error.mayHaveRun,
    headers: error.headers,
    body: error.body,
  };
}
