import { findErrorEntry } from './error-catalogue.ts';
import type { ErrorDescription, InvokeError, InvokeErrorKind } from './types.ts';

/**
 * An error in plain words: what happened, what it means (with whether the function may have run) and what to do.
 * Total over kinds and codes; the service's own message is not repeated.
 */
export function describeError(error: InvokeError): ErrorDescription {
  const { title, meaning, nextStep } = chooseWords(error);
  return { title, meaning: `${meaning} ${ranSentence(error)}`, nextStep };
}

function chooseWords(error: InvokeError): ErrorDescription {
  const { kind, code, reason = '' } = error;
  const limit = kind === 'throttled' && throttleReasons.find(([pattern]) => pattern.test(reason));
  if (limit) return words('Throttled', limit[1], 'Wait a moment and run again, or raise the limit.');
  // A wrong clock is answered with the code of a wrong signature.
  const entry = kind === 'clock-skew' || code === undefined ? undefined : findErrorEntry(code);
  const known = entry ?? findErrorEntry(codeOfKind[kind] ?? '');
  return known ?? (wordsOfKind[kind] ?? serviceWords)(error);
}

/** The error name that says in plain words what a kind means. */
const codeOfKind: Partial<Record<InvokeErrorKind, string>> = {
  'clock-skew': 'RequestTimeTooSkewed',
  'access-denied': 'AccessDenied',
  'not-found': 'ResourceNotFound',
  throttled: 'TooManyRequests',
  'too-large': 'RequestTooLarge',
};

/** Which limit a throttled call ran into, by the API's Reason. */
const throttleReasons: readonly (readonly [RegExp, string])[] = [
  [/^ConcurrentInvocationLimitE/, 'All concurrency of the account in this region is in use.'],
  [/^ReservedFunctionConcurrent/, 'All concurrency reserved for this function is in use, or it reserves 0.'],
  [/^(?:Reserved)?FunctionInvocationRate/, 'The function is invoked too often a second for its concurrency.'],
  [/^CallerRate/, 'This caller sends too many requests a second.'],
  [/^ConcurrentSnapshot/, 'Lambda is creating as many snapshots as it may at once.'],
];

type WordsOf = (error: InvokeError) => ErrorDescription;

const words = (title: string, meaning: string, nextStep: string): ErrorDescription => ({
  title,
  meaning,
  nextStep,
});

const lookFirst = 'Look in the function’s log whether it ran before running it again.';

/** After an answer that began: a function that ran is not looked for, its end is. */
const lookAfter = ({ mayHaveRun }: InvokeError): string =>
  mayHaveRun === 'yes' ? lookFirst.replace('whether it ran', 'how it ended') : lookFirst;

const wordsOfKind: Partial<Record<InvokeErrorKind, WordsOf>> = {
  'invalid-input': ({ problems = [] }) =>
    words(
      'The request is not valid',
      problems.length > 1 ? `${problems.length} values cannot be sent.` : 'A value cannot be sent.',
      problems.map(({ message }) => message).join(' ') || 'Correct the marked fields.',
    ),
  credentials: ({ statusCode }) =>
    statusCode === undefined
      ? words('No usable credentials', 'The request could not be signed.', 'Enter or renew the credentials.')
      : words(
          'Credentials rejected',
          'The service does not accept them.',
          'Renew the credentials and run again.',
        ),
  network: (error) =>
    error.statusCode === undefined
      ? words(
          'No answer could be read',
          'The connection failed, or the endpoint does not let this page read its answers (CORS).',
          `Check connection, endpoint URL and CORS. ${lookFirst}`,
        )
      : words('The answer broke off', 'The connection ended too early; what came is kept.', lookAfter(error)),
  timeout: ({ mayHaveRun }) =>
    mayHaveRun === 'no'
      ? words('No answer in time', 'The time-out ended the call.', 'Allow more time and run again.')
      : words('No answer in time', 'The time-out ended the waiting, not the function.', lookFirst),
  aborted: ({ mayHaveRun }) =>
    mayHaveRun === 'no'
      ? words('Stopped', 'The call was stopped.', 'Run again when ready.')
      : words('Stopped waiting', 'A function that has begun goes on and is billed.', lookFirst),
  'bad-response': ({ code = '', ...error }) =>
    code === ''
      ? words(
          'The answer is not from Lambda',
          'A sign-in page, a proxy or another server answered.',
          'Open the endpoint in a tab to see who answers, and check its URL.',
        )
      : /^(?:TRUNCATED|INCOMPLETE)$/.test(code)
        ? words(
            'The stream ended early',
            'The function’s last message is missing; what came is kept.',
            lookAfter(error),
          )
        : words(
            'The stream is damaged',
            'Its bytes are no event stream; what came before is kept.',
            lookAfter(error),
          ),
};

function serviceWords({ statusCode, code }: InvokeError): ErrorDescription {
  const status = statusCode === undefined ? 'an error' : `HTTP ${statusCode}`;
  if (code === undefined && (statusCode ?? 0) >= 500) {
    const title = statusCode === 504 ? 'A gateway gave up waiting' : 'A gateway answered, not Lambda';
    return words(title, `The answer was ${status} without an error name.`, lookFirst);
  }
  const name = code === undefined ? 'without an error name' : `with the name ${code}`;
  return words(
    'The service refused the request',
    `The answer was ${status} ${name}.`,
    'Read the message of the answer.',
  );
}

/** Refused and unsigned requests never left; of others it counts that nothing ran. */
function ranSentence({ kind, mayHaveRun, statusCode }: InvokeError): string {
  if (mayHaveRun === 'yes') return 'The function ran; the answer is incomplete.';
  if (mayHaveRun === 'unknown') return 'The function may have run, possibly more than once.';
  const isUnsent = kind === 'invalid-input' || (kind === 'credentials' && statusCode === undefined);
  return isUnsent ? 'Nothing was sent.' : 'Nothing ran.';
}
