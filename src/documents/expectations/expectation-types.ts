/** What a run of a preset should turn out to be. Kept with the preset, checked after its runs. */
export type Expectation =
  | { kind: 'outcome'; is: ExpectedOutcome }
  /** The HTTP status of the Invoke call; a function error comes with 200. */
  | { kind: 'status'; is: number }
  /** `value` is JSON text, so that no number is rounded. */
  | { kind: 'json-equals'; path: string; value: string }
  /** `pattern` is a regular expression as pattern.ts reads it. */
  | { kind: 'json-matches'; path: string; pattern: string }
  | { kind: 'json-exists'; path: string }
  | { kind: 'json-absent'; path: string }
  /** Milliseconds of the handler, by the REPORT line. */
  | { kind: 'duration'; atMostMs: number }
  | { kind: 'log-contains'; text: string }
  | { kind: 'log-lacks'; text: string }
  /** Of a later version, or damaged: kept and written back as it came, never checked. */
  | { kind: 'not-understood'; source: unknown };

export type ExpectationKind = Exclude<Expectation['kind'], 'not-understood'>;

/** The outcomes that can be waited for; what is not known of a run can't be expected. */
export const expectedOutcomes = ['success', 'function-error', 'accepted', 'dry-run', 'rejected'] as const;

export type ExpectedOutcome = (typeof expectedOutcomes)[number];

/** `unknown`: what would decide it is not there. It neither holds nor fails. */
export type Verdict = 'passed' | 'failed' | 'unknown';

export interface CheckedExpectation {
  expectation: Expectation;
  verdict: Verdict;
  /** What was found in its place, in words. */
  found: string;
}

/** What is known of a run. */
export interface ExpectationFacts {
  /** In one word; any that can't be expected means that it is not known. */
  outcome: string;
  statusCode: number | null;
  /** The response as text, or why there is none to look at. */
  response: KnownText;
  /** null: no REPORT line tells it. */
  durationMs: number | null;
  log: KnownText & { isCut: boolean };
}

export type KnownText = { text: string } | { missing: string };
