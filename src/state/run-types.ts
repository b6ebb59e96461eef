import type { StoreApi } from 'zustand/vanilla';
import type { ClientFor } from './client-factory.ts';
import type { RunRecords } from './history-types.ts';
import type { InvokeCalls } from './run-call.ts';
import type { Connection, Run, RunRefusal, RunRequest } from './types.ts';

/** The only caller of invoke: a click, a replay, a row of variants and a measurement all pass it. */
export interface RunService {
  /**
   * Starts a run. While the draft already has one under way nothing is started and that one's handle is
   * given, so a second press can't send twice. Never rejects: failures are values of the run.
   */
  start(command: RunCommand): RunHandle;
  /** Stops waiting for a run; false when it is not under way. Lambda goes on if the request was sent. */
  abort(runId: string): boolean;
  /** Ids of the runs under way. */
  running(): readonly string[];
}

export interface RunCommand {
  /** Whose run it is: a draft has at most one under way. */
  draftId: string;
  request: RunRequest;
  connection: Connection;
  /** One of many that were started together (run-series.ts). */
  series?: SeriesMark;
  /** Where it is recorded. @default the history, run by run */
  records?: RunRecords;
  /** Who makes its call. @default the page */
  calls?: InvokeCalls;
  /** What it was to send could not be made: it ends as not sent, with this reason. */
  refusal?: RunRefusal;
  /** It is recorded at once and sent when this resolves, unless it was aborted until then. @default at once */
  turn?: Promise<void>;
}

/** What the runs of one series have in common. */
export interface SeriesMark {
  id: string;
  /** How many it has at most: what is confirmed when it goes to production. */
  runs: number;
  /** The draft it was made from, whose privacy and faults hold for each run. */
  ofDraft: string;
}

export interface RunHandle {
  id: string;
  /** True when this call started the run, false when it was under way already. */
  started: boolean;
  /** The run as it ended. */
  done: Promise<Run>;
}

/** Runs before anything is signed, recorded or sent; the first refusal holds. */
export type RunGuard = (command: RunCommand) => GuardVerdict | Promise<GuardVerdict>;
export type GuardVerdict = { ok: true } | { ok: false; refusal: RunRefusal };

export interface CreateRunService {
  clientFor: ClientFor;
  runs: RunStore;
  history: RunRecords;
  guards: readonly RunGuard[];
  listeners?: readonly RunListener[];
  /** Nothing of such a run is written, whoever starts it. @default none is private */
  isPrivate?: (command: RunCommand) => boolean;
  now: () => Date;
  randomUUID: () => string;
  /** Milliseconds of a clock that never goes back, such as performance.now. */
  monotonicMs: () => number;
  /** Resolves after that many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** Whether a connection's requests go through the relay. @default never */
  isRelayed?: (connection: Connection) => boolean;
  /** The page may be closing or reloading, which ends its requests (page-events.ts). @default never */
  isLeaving?: () => boolean;
}

/** Hears of runs beside the store: the draft that remembers its last run, the connection that reads new keys. */
export interface RunListener {
  started?: (run: Run) => void;
  ended?: (run: Run, connection: Connection) => void;
}

/** The newest run of each draft. */
export interface RunState {
  byDraft: Readonly<Record<string, Run>>;
  /** Runs started since the page was opened: what `data-run` shows. */
  count: number;
  actions: {
    /** Shows a run as its draft's newest and counts it. */
    begin(run: Run): void;
    /** Changes a run if it is still its draft's newest: late news of an older run is dropped. */
    update(runId: string, patch: Partial<Omit<Run, 'id' | 'draftId'>>): void;
    /** A run read back from the history; never replaces one of this page. */
    restore(run: Run): void;
    forget(draftId: string): void;
  };
}

export type RunStore = StoreApi<RunState>;
