import type { CancellationCause } from './cancellation.ts';
import { CredentialsFault } from './credentials.ts';
import { describeCause, type Redact } from './redact.ts';
import type { InvokeError, MayHaveRun } from './types.ts';
import type { Problem } from './validate.ts';

/** Nothing was sent: what is wrong is said at each field. */
export function refusal(problems: readonly Problem[]): InvokeError {
  const message = problems.map((problem) => `${problem.field}: ${problem.message}`).join(' ');
  return { kind: 'invalid-input', message, problems: [...problems], mayHaveRun: 'no' };
}

export function signingFailure(thrown: unknown, redact: Redact): InvokeError {
  if (thrown instanceof CredentialsFault) {
    return { kind: 'credentials', message: redact(thrown.message), mayHaveRun: 'no' };
  }
  const cause = describeCause(thrown, redact);
  return {
    kind: 'credentials',
    message: `The request could not be signed: ${cause.message}`,
    mayHaveRun: 'no',
    cause,
  };
}

const cancelledBefore = {
  aborted: 'Stopped before anything was sent.',
  timeout: 'Timed out before anything was sent.',
};
const cancelledAfter = {
  aborted: 'Stopped waiting. The request was sent: a function that has begun goes on.',
  timeout: 'No complete answer came in time. The request was sent: a function that has begun goes on.',
};

export function cancelled(cause: CancellationCause, mayHaveRun: MayHaveRun): InvokeError {
  const message = (mayHaveRun === 'no' ? cancelledBefore : cancelledAfter)[cause];
  return { kind: cause, message, mayHaveRun };
}

/** fetch tells a page neither whether the request left it nor why no answer can be read. */
export function noAnswer(thrown: unknown, redact: Redact): InvokeError {
  const cause = describeCause(thrown, redact);
  if (cause.name === 'TimeoutError') return { ...cancelled('timeout', 'unknown'), cause };
  const message = `No answer could be read (${cause.message || cause.name}). The function may have run, perhaps more than once.`;
  return { kind: 'network', message, mayHaveRun: 'unknown', cause };
}

export interface CutAnswer {
  statusCode: number;
  headers: Record<string, string>;
  requestId: string | undefined;
  body: Uint8Array;
  thrown: unknown;
}

/** The head of an answer came and a part of its body: what is there is kept. */
export function cutAnswer(
  { statusCode, headers, requestId, body, thrown }: CutAnswer,
  redact: Redact,
): InvokeError {
  const length = headers['content-length'];
  const message = `The answer broke off after ${body.byteLength}${length ? ` of ${length}` : ''} bytes.`;
  const mayHaveRun = statusCode < 300 ? 'yes' : 'unknown';
  const error: InvokeError = { kind: 'network', message, statusCode, headers, body, mayHaveRun };
  if (requestId !== undefined) error.requestId = requestId;
  return { ...error, cause: describeCause(thrown, redact) };
}
