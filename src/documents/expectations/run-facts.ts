import type { InvokeError, InvokeOutput, LogTail } from '../../core/index.ts';
import type { ExpectationFacts, KnownText } from './expectation-types.ts';

/** What expectations ask of an answer: an InvokeResult is one. */
export type AnswerFacts =
  | { ok: true; output: Pick<InvokeOutput, 'statusCode' | 'payload' | 'logResult'> }
  | { ok: false; error: Pick<InvokeError, 'statusCode' | 'body'> };

/** What an answer tells. `outcome` is the run's, in one word. */
export function resultFacts(result: AnswerFacts, outcome: string): ExpectationFacts {
  if (result.ok) {
    const { statusCode, payload, logResult } = result.output;
    return { outcome, statusCode, response: textOf(payload), ...logFacts(logResult) };
  }
  const { statusCode, body } = result.error;
  return {
    outcome,
    statusCode: statusCode ?? null,
    response: body === undefined ? { missing: 'no response came' } : textOf(body),
    ...logFacts(undefined),
  };
}

/** The numbers of the REPORT line, and the text of the log. */
function logFacts(log: LogTail | undefined): Pick<ExpectationFacts, 'durationMs' | 'log'> {
  if (log === undefined) return { durationMs: null, log: { missing: 'no log tail came', isCut: false } };
  const durationMs = log.report?.durationMs ?? null;
  if (log.location) {
    return { durationMs, log: { missing: 'Lambda told a place in place of the log', isCut: false } };
  }
  if (log.invalid) return { durationMs, log: { missing: 'the log tail can’t be read', isCut: false } };
  return { durationMs, log: { text: log.text, isCut: log.truncated } };
}

function textOf(payload: Uint8Array): KnownText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(payload) };
  } catch {
    return { missing: 'the response is no text' };
  }
}
