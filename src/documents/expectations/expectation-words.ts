import type { Expectation, ExpectationKind, ExpectedOutcome } from './expectation-types.ts';

/** The kinds in the order in which they are offered. */
export const expectationKinds: readonly { kind: ExpectationKind; label: string }[] = [
  { kind: 'outcome', label: 'Outcome is' },
  { kind: 'status', label: 'Status code is' },
  { kind: 'json-equals', label: 'Response value equals' },
  { kind: 'json-matches', label: 'Response value matches' },
  { kind: 'json-exists', label: 'Response has' },
  { kind: 'json-absent', label: 'Response does not have' },
  { kind: 'duration', label: 'Duration is at most' },
  { kind: 'log-contains', label: 'Log contains' },
  { kind: 'log-lacks', label: 'Log does not contain' },
];

export const outcomeLabels: Readonly<Record<ExpectedOutcome, string>> = {
  success: 'success',
  'function-error': 'function error',
  accepted: 'accepted',
  'dry-run': 'dry run allowed',
  rejected: 'rejected',
};

/** What is expected, on one line. */
export function expectationWords(one: Expectation): string {
  switch (one.kind) {
    case 'outcome':
      return `Outcome is ${outcomeLabels[one.is]}`;
    case 'status':
      return `Status code is ${one.is}`;
    case 'json-equals':
      return `${shown(one.path)} equals ${shown(one.value)}`;
    case 'json-matches':
      return `${shown(one.path)} matches ${shown(one.pattern)}`;
    case 'json-exists':
      return `The response has ${shown(one.path)}`;
    case 'json-absent':
      return `The response does not have ${shown(one.path)}`;
    case 'duration':
      return `Duration is at most ${one.atMostMs} ms`;
    case 'log-contains':
      return `Log contains “${shown(one.text)}”`;
    case 'log-lacks':
      return `Log does not contain “${shown(one.text)}”`;
    case 'not-understood':
      return `Not understood: ${shown(JSON.stringify(one.source) ?? '')}`;
  }
}

/** The beginning of a text on one line. */
export function shown(text: string): string {
  const line = text.slice(0, 201).replaceAll(/\s+/gu, ' ').trim();
  return line.length > 200 || text.length > 201 ? `${line.slice(0, 200)}…` : line;
}
