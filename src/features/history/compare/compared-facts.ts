import type { RunSummary } from '../../../state/history-types.ts';
import { durationWords, outcomeNames, shownOutcome, targetOf } from '../run-words.ts';

export interface ComparedFact {
  name: string;
  left: string;
  right: string;
}

const none = '–';

/** What is known of two runs in short, line by line. */
export function comparedFacts(left: RunSummary, right: RunSummary): ComparedFact[] {
  return facts.map(([name, wordsOf]) => ({ name, left: wordsOf(left), right: wordsOf(right) }));
}

const facts: readonly (readonly [name: string, wordsOf: (summary: RunSummary) => string])[] = [
  ['Started', ({ startedAt }) => new Date(startedAt).toLocaleString()],
  ['Function', targetOf],
  ['Connection', ({ connectionName, region }) => `${connectionName} (${region})`],
  ['Outcome', (summary) => outcomeNames[shownOutcome(summary)]],
  ['Status code', ({ statusCode }) => String(statusCode ?? none)],
  ['Executed version', ({ executedVersion }) => executedVersion ?? none],
  ['Round trip', ({ roundTripMs }) => (roundTripMs === null ? none : durationWords(roundTripMs))],
  ['Duration', ({ durationMs }) => (durationMs === null ? none : durationWords(durationMs))],
  [
    'Response',
    ({ responseBytes }) => (responseBytes === null ? none : `${responseBytes.toLocaleString()} bytes`),
  ],
];
