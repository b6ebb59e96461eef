import type { Answer, AnswerReading } from './exchange-types.ts';
import { cutAnswer } from './failures.ts';
import { readBody } from './read-body.ts';
import { describeCause } from './redact.ts';
import { isSuccess, readErrorResponse, type RawAnswer } from './response-error.ts';

/** Reads an answer to its end: a value of a success, else the error that it is. One that breaks off keeps what came. */
export async function readAnswer<T>(
  { response, statusCode, headers, redact, asked, cancellation }: Answer,
  toValue: (whole: RawAnswer) => T,
): Promise<AnswerReading<T>> {
  const reading = await readBody(response, cancellation);
  const answer = { statusCode, headers, body: reading.bytes };
  if (reading.ok && isSuccess(answer)) return { ok: true, value: toValue(answer) };
  if (!reading.ok && statusCode < 300)
    return { ok: false, error: cutAnswer(answer, describeCause(reading.thrown, redact)), cut: true };
  // The head alone may prove that nothing ran; then the rest of the body is not missed.
  const error = readErrorResponse(answer, asked);
  return { ok: false, error, cut: !reading.ok && error.mayHaveRun !== 'no' };
}
