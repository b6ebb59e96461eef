import { lookFirst } from './call-errors.ts';
import { findWords, type Words } from './error-catalogue.ts';
import type { ErrorDescription, InvokeError } from './types.ts';

/**
 * An error in plain words: what happened, what it means (with whether the function may have run) and what to do.
 * Total over kinds and codes; the service's own message is not repeated.
 */
export function describeError(error: InvokeError): ErrorDescription {
  const [title, meaning, nextStep] = chooseWords(error);
  return { title, meaning: `${meaning} ${ranSentence(error)}`, nextStep: lookAfter(error, nextStep) };
}

function chooseWords(error: InvokeError): Words {
  const { kind, code = '', reason = '', problems } = error;
  if (kind === 'invalid-input') return refusalWords(problems);
  // A wrong clock is answered with the code of a wrong signature.
  const byCode = kind === 'clock-skew' ? undefined : (findWords(reason) ?? findWords(code));
  const byKind = kind === 'service' ? undefined : findWords(isEarly(error) ? `early-${kind}` : kind);
  return byCode ?? byKind ?? serviceWords(error);
}

/** Whether the words are those for a request that never left, or for one that nothing is known of. */
function isEarly({ kind, statusCode, mayHaveRun }: InvokeError): boolean {
  if (kind === 'timeout' || kind === 'aborted') return mayHaveRun === 'no';
  return statusCode === undefined && (kind === 'credentials' || kind === 'network');
}

function refusalWords(problems: InvokeError['problems'] = []): Words {
  return [
    'The request is not valid',
    problems.length > 1 ? `${problems.length} values cannot be sent.` : 'A value cannot be sent.',
    problems.map(({ message }) => message).join(' ') || 'Correct the marked fields.',
  ];
}

function serviceWords({ statusCode = 0, code }: InvokeError): Words {
  const status = statusCode ? `HTTP ${statusCode}` : 'an error';
  const answer = `The answer was ${status} ${code ? `with the name ${code}` : 'without an error name'}.`;
  if (code || statusCode < 500)
    return ['The service refused the request', answer, 'Read the message of the answer.'];
  const title = statusCode === 504 ? 'A gateway gave up waiting' : 'A gateway answered, not Lambda';
  return [title, answer, lookFirst];
}

/** After an answer that began: a function that ran is not looked for, its end is. */
function lookAfter({ mayHaveRun }: InvokeError, nextStep: string): string {
  return mayHaveRun === 'yes' ? nextStep.replace('whether it ran', 'how it ended') : nextStep;
}

/** Refused and unsigned requests never left; of others it counts that nothing ran. */
function ranSentence({ kind, mayHaveRun, statusCode }: InvokeError): string {
  if (mayHaveRun === 'yes') return 'The function ran; the answer is incomplete.';
  if (mayHaveRun === 'unknown') return 'The function may have run, possibly more than once.';
  const isUnsent = kind === 'invalid-input' || (kind === 'credentials' && statusCode === undefined);
  return isUnsent ? 'Nothing was sent.' : 'Nothing ran.';
}
