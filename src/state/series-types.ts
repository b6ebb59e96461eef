import type { RunRecords } from './history-types.ts';
import type { InvokeCalls } from './run-call.ts';
import type { RunService, SeriesMark } from './run-types.ts';
import type { Connection, Run, RunOutcome, RunRefusal, RunRequest } from './types.ts';

/** No series has more runs than this, whoever asks for it. */
export const maxSeriesRuns = 10_000;

/** What is sent as one run of a series. */
export interface SeriesItem {
  request: RunRequest;
  connection: Connection;
  /** Of this run alone, for variables of the payload by name. */
  values?: ReadonlyMap<string, string>;
  /** Why this one can't be sent: it ends as not sent, and the series goes on as after any error. */
  refusal?: RunRefusal;
}

export interface SeriesPlan {
  /** Same for every run, and what a confirmation for production is given for. */
  mark: SeriesMark;
  /** How many runs are under way at once at most, 1 to 5. 1 keeps their order. */
  concurrency: number;
  /**
   * The run of this number from 0 on, made when its turn comes, so that a thousand payloads are never held at once.
   * null: there are no more.
   */
  item: (index: number) => SeriesItem | null | Promise<SeriesItem | null>;
  /** Nothing more is started once a run ended other than well. @default false */
  stopOnError?: boolean;
  /** Nothing more is started after this many milliseconds. @default no limit */
  budgetMs?: number;
  onStart?: (index: number, runId: string) => void;
  onEnd?: (index: number, run: Run) => void;
}

/** Why a series started nothing more. */
export type SeriesEnd = 'done' | 'stopped' | 'error' | 'budget' | 'cap' | 'fault';

export interface RunSeries {
  /** Starts nothing more; runs under way are waited for, for they run anyway. */
  stop: () => void;
  /** Starts nothing more and waits for none. What was sent may run on. */
  abandon: () => void;
  /** Resolves when the last run has ended. Never rejects. */
  done: Promise<SeriesEnd>;
}

/** The calls of one series. */
export interface SeriesCalls extends InvokeCalls {
  /** The series is over: nothing of it is kept. */
  close(): void;
}

export interface CreateRunSeries {
  service: RunService;
  /** For many runs in a row. @default those of single runs */
  records?: Promise<RunRecords>;
  /** Makes the calls of a series, elsewhere than in the page. @default the page makes them */
  openCalls?: (mark: SeriesMark) => SeriesCalls | null;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
}

/** Whether a run ended as the person wanted it to. */
export function isGoodOutcome(outcome: RunOutcome | null): boolean {
  return outcome === 'success' || outcome === 'accepted' || outcome === 'dry-run';
}
