import { findExecutedVersion } from './executed-version.ts';
import { decodeLogTail } from './log-tail.ts';
import { isForeignAnswer, readErrorResponse, readRequestId } from './response-error.ts';
import type { Asked, RawAnswer } from './response-error.ts';
import type { InvokeError, InvokeOutput } from './types.ts';

export type ReadAnswer = { ok: true; output: InvokeOutput } | { ok: false; error: InvokeError };

/**
 * Reads the answer of an Invoke. 2xx is a success of the call, also when the function itself failed
 * (`functionError`); anything else is an error of the call.
 *
 * Header names are in lower case. Under CORS an absent header may only be hidden.
 */
export function readInvokeResponse(answer: RawAnswer, asked: Asked = {}): ReadAnswer {
  const { statusCode, headers, body } = answer;
  if (statusCode < 200 || statusCode >= 300) return { ok: false, error: readErrorResponse(answer, asked) };
  if (readRequestId(headers) === undefined && isForeignAnswer(answer))
    return { ok: false, error: notLambda(answer) };
  const requestId = readRequestId(headers);
  const logHeader = headers['x-amz-log-result'];
  const logResult = logHeader ? decodeLogTail(logHeader, requestId) : undefined;
  const functionError = headers['x-amz-function-error'];
  const durableExecutionArn = headers['x-amz-durable-execution-arn'];
  return {
    ok: true,
    output: {
      statusCode,
      ...(functionError && { functionError }),
      ...findExecutedVersion({ ...asked, ...versionClues(answer), logText: logResult?.text, requestId }),
      ...(durableExecutionArn && { durableExecutionArn }),
      ...(logResult && { logResult }),
      payload: body,
      ...(requestId !== undefined && { requestId }),
      headers,
    },
  };
}

function versionClues({ statusCode, headers }: RawAnswer) {
  return { statusCode, header: headers['x-amz-executed-version'] };
}
