import { findErrorEntry } from './error-catalogue.ts';
import { throttleReasons } from './request-errors.ts';
import type { ErrorDescription, InvokeError, InvokeErrorKind, MayHaveRun } from './types.ts';

/**
 * An error in plain words: what happened, what it means (with whether the function may have run) and what to do.
 * Total over kinds and codes; the service's own message is not repeated.
 */
export function describeError(error: InvokeError): ErrorDescription {
  const { title, meaning, nextStep } = chooseWords(error);
  return { title, meaning: `${meaning} ${ranSentence(error)}`, nextStep };
}

function chooseWords(error: InvokeError): ErrorDescription {
  const byCode = findErrorEntry(error.code);
  const reason = error.kind === 'throttled' && error.reason ? throttleReasons.get(error.reason) : undefined;
  if (reason) return { title: 'Throttled', meaning: reason[0], nextStep: reason[1] };
  // A wrong clock is answered with the code of a wrong signature.
  if (byCode && error.kind !== 'clock-skew') return byCode;
  return kindWords[error.kind](error);
}

type WordsOf = (error: InvokeError) => ErrorDescription;

const kindWords: Record<InvokeErrorKind, WordsOf> = {
  'invalid-input': ({ problems = [] }) => ({
    title: 'The request is not valid',
    meaning: problems.length > 1 ? `${problems.length} values cannot be sent.` : 'A value cannot be sent.',
    nextStep: problems.map(({ message }) => message).join(' ') || 'Correct the marked fields.',
  }),
  credentials: ({ statusCode }) => ({
    title: statusCode === undefined ? 'No usable credentials' : 'Credentials rejected',
    meaning:
      statusCode === undefined
        ? 'The request could not be signed.'
        : 'The service does not accept these credentials.',
    nextStep: 'Enter or renew the credentials and run again.',
  }),
  'clock-skew': () => ({
    title: 'This device’s clock is wrong',
    meaning: 'The time in the signature is too far from the server’s.',
    nextStep: 'Set the clock of this device and run again.',
  }),
  'access-denied': () => ({
    title: 'Access denied',
    meaning: 'These credentials are valid but not allowed to do this.',
    nextStep: 'Grant the action that the message names to the principal.',
  }),
  'not-found': () => ({
    title: 'Not found',
    meaning: 'The endpoint does not know the function or the path.',
    nextStep: 'Check function name, qualifier, region and endpoint.',
  }),
  throttled: ({ retryAfterSeconds }) => ({
    title: 'Throttled',
    meaning: 'More requests came than a limit allows.',
    nextStep:
      retryAfterSeconds === undefined
        ? 'Wait a moment and run again.'
        : `Wait ${retryAfterSeconds} s and run again.`,
  }),
  'too-large': () => ({
    title: 'Payload too large',
    meaning: 'The request exceeds what the endpoint accepts; Lambda takes 6 MB, or 1 MB for an Event.',
    nextStep: 'Shrink the payload, or store the data in S3 and pass a reference.',
  }),
  service: serviceWords,
  network: ({ statusCode }) => (statusCode === undefined ? noAnswerWords : cutAnswerWords),
  timeout: ({ mayHaveRun }) => ({
    title: 'No answer in time',
    meaning:
      mayHaveRun === 'no'
        ? 'The time-out ended the call.'
        : 'The time-out ended the waiting, not the function.',
    nextStep: mayHaveRun === 'no' ? 'Allow more time and run again.' : lookFirst,
  }),
  aborted: ({ mayHaveRun }) => ({
    title: mayHaveRun === 'no' ? 'Stopped' : 'Stopped waiting',
    meaning:
      mayHaveRun === 'no' ? 'The call was stopped.' : 'A function that has begun goes on and is billed.',
    nextStep: mayHaveRun === 'no' ? 'Run again when ready.' : lookFirst,
  }),
  'bad-response': ({ code }) => (code === undefined ? foreignWords : damagedWords(code)),
};

const lookFirst = 'Look in the function’s log whether it ran before running it again.';

function serviceWords({ statusCode = 0, code }: InvokeError): ErrorDescription {
  const answer = `${statusCode > 0 ? `HTTP ${statusCode}` : 'an error'}${code ? ` and the error ${code}` : ' without an error name'}`;
  if (statusCode >= 500 && code === undefined) {
    return {
      title: statusCode === 504 ? 'A gateway gave up waiting' : 'A gateway answered, not Lambda',
      meaning: `The answer was ${answer}, as a gateway in front of the service gives it.`,
      nextStep: lookFirst,
    };
  }
  return {
    title: statusCode >= 500 ? 'The service failed' : 'The service refused the request',
    meaning: `The answer was ${answer}.`,
    nextStep: 'Read the message of the answer; give its request id when you ask for help.',
  };
}

const noAnswerWords: ErrorDescription = {
  title: 'No answer could be read',
  meaning:
    'The connection failed, or the browser hides the answer because the endpoint does not allow this page (CORS).',
  nextStep: `Check the connection, the endpoint URL and its CORS settings. ${lookFirst}`,
};

const cutAnswerWords: ErrorDescription = {
  title: 'The answer broke off',
  meaning: 'The connection ended before the whole answer had come; what came is kept.',
  nextStep: lookFirst,
};

const foreignWords: ErrorDescription = {
  title: 'The answer is not from Lambda',
  meaning:
    'Another program answered: a sign-in page of the network, a proxy, or a web server at this address.',
  nextStep: 'Open the endpoint in a tab to see who answers, and check the endpoint URL.',
};

function damagedWords(code: string): ErrorDescription {
  const isCut = code === 'TRUNCATED' || code === 'INCOMPLETE';
  return {
    title: isCut ? 'The stream ended early' : 'The stream is damaged',
    meaning: isCut
      ? 'The connection ended before the function’s last message; what came is kept.'
      : 'The bytes changed on the way or are no event stream; what came before is kept.',
    nextStep: lookFirst,
  };
}

const ranSentences: Record<MayHaveRun, string> = {
  no: 'Nothing ran.',
  unknown: 'The function may have run, possibly more than once.',
  yes: 'The function was started.',
};

/** Refused or unsigned requests never left; of others it counts that nothing ran. */
function ranSentence({ kind, mayHaveRun, statusCode }: InvokeError): string {
  const isUnsent = kind === 'invalid-input' || (kind === 'credentials' && statusCode === undefined);
  return isUnsent && mayHaveRun === 'no' ? 'Nothing was sent.' : ranSentences[mayHaveRun];
}
