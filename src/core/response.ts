import { defined } from './defined.ts';
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
  const isSuccess = statusCode >= 200 && statusCode < 300 && !isForeignAnswer(answer);
  if (!isSuccess) return { ok: false, error: readErrorResponse(answer, asked) };
  const requestId = readRequestId(headers);
  const logHeader = headers['x-amz-log-result'];
  const logResult = logHeader ? decodeLogTail(logHeader, requestId) : undefined;
  return {
    ok: true,
    output: {
      statusCode,
      payload: body,
      headers,
      ...findExecutedVersion({ ...asked, ...versionClues(answer), logText: logResult?.text, requestId }),
      ...defined({
        functionError: headers['x-amz-function-error'] || undefined,
        durableExecutionArn: headers['x-amz-durable-execution-arn'] || undefined,
        logResult,
        requestId,
      }),
    },
  };
}

function versionClues({ statusCode, headers }: RawAnswer) {
  return { statusCode, header: headers['x-amz-executed-version'] };
}
