import type { StoreApi } from 'zustand/vanilla';
import type { Attempt, InvocationType, InvokeError, InvokeOutput, PreparedRequest } from '../core/index.ts';
import type { StorageResult } from './storage-types.ts';
import type {
  OmittedBody,
  PhaseMark,
  Run,
  RunOutcome,
  RunRequest,
  StreamError,
  StreamTimeline,
} from './types.ts';

/** What a list row needs; small, so that tens of thousands fit in memory. Times are milliseconds since 1970. */
export interface RunSummary {
  v: 1;
  /** Sorts by start time: see run-id.ts. */
  id: string;
  /** The browser tab that wrote it: a `sending` record of a tab that is gone was interrupted. */
  sessionId: string;
  draftId: string;
  state: 'sending' | 'done' | 'interrupted';
  /** null while it is sent. */
  outcome: RunOutcome | null;
  startedAt: number;
  endedAt: number | null;
  functionName: string;
  qualifier: string;
  invocationType: InvocationType;
  connectionName: string;
  region: string;
  endpoint: string | null;
  requestBytes: number;
  responseBytes: number | null;
  roundTripMs: number | null;
  durationMs: number | null;
  statusCode: number | null;
  executedVersion: string | null;
  requestId: string | null;
  errorCode: string | null;
}

/** A body up to the bound, or its size and hash. */
export type StoredBody = { bytes: Uint8Array } | { omitted: OmittedBody };

export interface StoredRequest extends Omit<RunRequest, 'payload'> {
  payload: StoredBody;
}

export type StoredResult =
  | { ok: true; output: Omit<InvokeOutput, 'payload'>; payload: StoredBody }
  | { ok: false; error: Omit<InvokeError, 'body' | 'cause'>; body: StoredBody | null };

/** The rest of a run, by the same id. Written without any credential: fields are named, never spread. */
export interface RunBody {
  v: 1;
  id: string;
  request: StoredRequest;
  result: StoredResult | null;
  attempts: Attempt[];
  marks?: PhaseMark[];
  streamTimeline?: StreamTimeline;
  streamError?: StreamError;
  relayed?: true;
  /** Masked; its body is the request's payload. */
  prepared: Omit<PreparedRequest, 'body'> | null;
}

export interface HistoryState {
  /** `unavailable` when nothing is kept beyond this page. */
  phase: 'loading' | 'ready' | 'unavailable';
  /** Newest first; as many as were asked for. */
  summaries: readonly RunSummary[];
  hasMore: boolean;
  /** Runs that a closed or crashed tab left behind, found at this start. */
  interrupted: readonly RunSummary[];
  actions: HistoryActions;
}

export interface HistoryActions extends RunRecords {
  /** Marks the runs of dead tabs and loads the first page. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  /** Every run there is, in the background: what is there shows meanwhile. */
  loadAll(): Promise<void>;
  /** Reads the list anew, after many runs were added or removed. */
  reload(): Promise<void>;
  /** The whole run, or null when there is no such record or it can't be read. */
  get(id: string): Promise<Run | null>;
  /** The same records for many runs in a row (history-series.ts). Without its code, those of single runs. */
  forSeries(): Promise<RunRecords>;
}

/** The writing of runs. */
export interface RunRecords {
  /** Write-ahead: before the send. */
  begin(run: Run): Promise<StorageResult<void>>;
  /** After the end; also writes a run whose begin did not make it. */
  complete(run: Run): Promise<StorageResult<void>>;
  /** For a run that turned out never to have been sent. */
  discard(id: string): Promise<StorageResult<void>>;
}

/** Of many runs in a row; some of them wait to be written together. */
export interface SeriesRecords extends RunRecords {
  /** Writes what waits, now. */
  flush(): Promise<void>;
}

export type ReadingActions = Omit<HistoryActions, keyof RunRecords | 'forSeries'>;

/** The state from inside. */
export interface HistoryAccess {
  set: (change: (state: HistoryState) => Partial<HistoryState>) => void;
  get: () => HistoryState;
}

export type HistoryStore = StoreApi<HistoryState>;
