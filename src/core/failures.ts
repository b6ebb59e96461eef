import type { CancellationCause } from './cancellation.ts';
import { CredentialsFault } from './credentials.ts';
import { describeCause, type Redact } from './redact.ts';
import { readRequestId } from './response-error.ts';
import { defined } from './defined.ts';
import type { InvokeError, MayHaveRun } from './types.ts';
import type { Problem } from './validate.ts';

/** Nothing was sent: what is wrong is said at each field. */
export function refusal(problems: readonly Problem[]): InvokeError {
  const message = problems.map((problem) => `${problem.field}: ${problem.message}`).join(' ');
  return { kind: 'invalid-input', message, problems: [...problems], mayHaveRun: 'no' };
}

/** A plan that cannot be carried out, for a single reason. */
export function refused(field: string, message: string): { ok: false; error: InvokeError } {
  return { ok: false, error: refusal([{ field, message }]) };
}

export function signingFailure(thrown: unknown, redact: Redact): InvokeError {
  const cause = describeCause(thrown, redact);
  const error = { kind: 'credentials', mayHaveRun: 'no' } as const;
  return thrown instanceof CredentialsFault
    ? { ...error, message: cause.message }
    : { ...error, message: `Signing failed: ${cause.message}`, cause };
}

export function cancelled(kind: CancellationCause, mayHaveRun: MayHaveRun): InvokeError {
  const message = kind === 'timeout' ? 'The call timed out.' : 'The call was stopped.';
  return { kind, message, mayHaveRun };
}

/** fetch tells a page neither whether the request left it nor why no answer can be read. */
export function noAnswer(thrown: unknown, redact: Redact): InvokeError {
  const cause = describeCause(thrown, redact);
  if (cause.name === 'TimeoutError') return { ...cancelled('timeout', 'unknown'), cause };
  const message = `No answer could be read (${cause.message || cause.name}).`;
  return { kind: 'network', message, mayHaveRun: 'unknown', cause };
}

export interface CutAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body?: Uint8Array;
}

/** The head of a good answer came and a part of its body: what is there is kept. */
export function cutAnswer(answer: CutAnswer, cause: { name: string; message: string }): InvokeError {
  const { headers, body } = answer;
  const total = headers['content-length'];
  const message = body
    ? `The answer broke off after ${body.length}${total ? ` of ${total}` : ''} bytes.`
    : 'The stream broke off before its end.';
  const requestId = readRequestId(headers);
  return defined({ kind: 'network', message, mayHaveRun: 'yes', ...answer, requestId, cause });
}
