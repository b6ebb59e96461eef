import { defined } from './defined.ts';
import { findExecutedVersion } from './executed-version.ts';
import { decodeLogTail } from './log-tail.ts';
import { readRequestId, type Asked, type RawAnswer } from './response-error.ts';
import type { InvokeOutput } from './types.ts';

/**
 * Reads the answer of an Invoke that is a success of the call, also when the function itself failed
 * (`functionError`). Header names are in lower case. Under CORS an absent header may only be hidden.
 */
export function readInvokeOutput({ statusCode, headers, body }: RawAnswer, asked: Asked = {}): InvokeOutput {
  const requestId = readRequestId(headers);
  const logHeader = headers['x-amz-log-result'];
  const logResult = logHeader ? decodeLogTail(logHeader, requestId) : undefined;
  return defined({
    statusCode,
    payload: body,
    headers,
    ...findExecutedVersion({ statusCode, headers, asked }, logResult?.text),
    functionError: headers['x-amz-function-error'] || undefined,
    durableExecutionArn: headers['x-amz-durable-execution-arn'] || undefined,
    logResult,
    requestId,
  });
}
