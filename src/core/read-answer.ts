import type { Cancellation } from './cancellation.ts';
import type { Answer, AnswerReading } from './exchange-types.ts';
import { cutAnswer } from './failures.ts';
import { readBody } from './read-body.ts';
import { describeCause } from './redact.ts';
import { readErrorResponse, type Asked, type RawAnswer } from './response-error.ts';
import type { InvokeError } from './types.ts';

export interface AnswerParser<T> {
  asked: Asked;
  parse: (whole: RawAnswer) => { ok: true; value: T } | { ok: false; error: InvokeError };
}

/** Reads an answer to its end and parses it; one that breaks off keeps what came. */
export async function readAnswer<T>(
  { response, statusCode, headers, redact }: Answer,
  cancellation: Cancellation,
  { asked, parse }: AnswerParser<T>,
): Promise<AnswerReading<T>> {
  const reading = await readBody(response, cancellation);
  const answer = { statusCode, headers, body: reading.bytes };
  if (reading.ok) {
    const parsed = parse(answer);
    return parsed.ok ? parsed : { ...parsed, cut: false };
  }
  if (statusCode < 300)
    return { ok: false, error: cutAnswer(answer, describeCause(reading.thrown, redact)), cut: true };
  // The head alone may prove that nothing ran; then the rest of the body is not missed.
  const error = readErrorResponse(answer, asked);
  return { ok: false, error, cut: error.mayHaveRun !== 'no' };
}
