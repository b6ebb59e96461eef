import type { RunRecords } from './history-types.ts';
import { outcomeOf } from './outcome.ts';
import { callInvoke } from './run-call.ts';
import { firstRefusal } from './run-guards.ts';
import type { CreateRunService, RunCommand } from './run-types.ts';
import type { StorageResult } from './storage-types.ts';
import type { Run } from './types.ts';

export interface RunExecution extends CreateRunService {
  command: RunCommand;
  run: Run;
  signal: AbortSignal;
}

/** Storage that is slower than this does not hold back the send. */
const writeAheadMs = 100;

/** Guards, then the record, then the send, then the record again. Gives the run as it ended; never rejects. */
export async function executeRun(execution: RunExecution): Promise<Run> {
  const { command, now } = execution;
  const pressedMs = execution.monotonicMs();
  const current = liveRun(execution);
  const refusal = await Promise.race([firstRefusal(execution.guards, command), current.aborted]);
  if (refusal) {
    current.change({ refusal, outcome: 'not-sent', endedAt: now(), saved: 'not-saved' });
    return ended(execution, current.run());
  }
  const saving = beginRecord(execution, current.run());
  const fromMs = command.turn ? await turnCame(command.turn, execution, current) : pressedMs;
  if (fromMs !== null) {
    const saved = await savedInTime(saving, current.aborted, execution);
    current.change({ saved });
    await send(execution, current, fromMs);
  }
  const { record } = saving;
  if (record) {
    const gone = wasCutOff(execution, current.run()) ? execution.sleep(leavingMs) : Promise.resolve();
    void gone.then(() => finishRecord(execution, record, current));
  }
  return ended(execution, current.run());
}

async function send(execution: RunExecution, { run, change }: LiveRun, pressedMs: number): Promise<void> {
  const { signal, monotonicMs, now } = execution;
  const { calls, connection, request } = execution.command;
  const call = { run: run(), signal, pressedMs, monotonicMs, onChange: change };
  const { result, roundTripMs } = await (calls
    ? calls.make({ ...call, connection })
    : callInvoke({ ...call, client: execution.clientFor(connection, request.retryMode) }));
  const { attempts } = result;
  change({ result, attempts, outcome: outcomeOf(result), roundTripMs, endedAt: now(), progress: null });
}

/** Milliseconds of its clock; null: it was aborted before, and nothing is sent. */
async function turnCame(
  turn: Promise<void>,
  { signal, now, monotonicMs }: RunExecution,
  { change, aborted }: LiveRun,
): Promise<number | null> {
  await Promise.race([turn, aborted]);
  change(signal.aborted ? { outcome: 'not-sent', endedAt: now() } : { startedAt: now() });
  return signal.aborted ? null : monotonicMs();
}

function recordsOf({ command, history }: RunExecution): RunRecords {
  return command.records ?? history;
}

/** Longer than a page that is being closed or reloaded lives. */
const leavingMs = 3_000;

/**
 * The browser ended the request because the page goes: the record stays open, so that the next page finds it
 * interrupted. A page that stays after all completes it a little later.
 */
function wasCutOff({ isLeaving }: RunExecution, { result }: Run): boolean {
  return result?.ok === false && result.error.kind === 'network' && isLeaving?.() === true;
}

interface LiveRun {
  run: () => Run;
  change: (patch: Partial<Omit<Run, 'id' | 'draftId'>>) => void;
  /** Resolves when nobody waits for it any more. */
  aborted: Promise<null>;
}

/** The store may drop a run that is no longer its draft's newest; the record needs it whole all the same. */
function liveRun({ run: first, runs, signal }: RunExecution): LiveRun {
  let run = first;
  return {
    run: () => run,
    change(patch) {
      run = { ...run, ...patch };
      runs.getState().actions.update(run.id, patch);
    },
    aborted: whenAborted(signal),
  };
}

interface Saving {
  /** null: none is written. */
  record: Promise<StorageResult<void>> | null;
  /** What is known of it by now. */
  state: () => Run['saved'];
}

function beginRecord(execution: RunExecution, run: Run): Saving {
  if (execution.isPrivate?.(execution.command)) return { record: null, state: () => 'private' };
  if (execution.signal.aborted) return { record: null, state: () => 'not-saved' };
  let state: Run['saved'] = 'pending';
  const record = recordsOf(execution).begin(run);
  void record.then(({ ok }) => (state = ok ? 'saved' : 'not-saved'));
  return { record, state: () => state };
}

/** A run that waited for its turn needs no timer: its record was written meanwhile. */
async function savedInTime(
  { record, state }: Saving,
  aborted: Promise<null>,
  { sleep }: RunExecution,
): Promise<Run['saved']> {
  if (state() === 'pending') await Promise.race([record, sleep(writeAheadMs), aborted]);
  return state() === 'pending' ? 'not-saved' : state();
}

/** What was never sent leaves no record; everything else is completed, also when its begin was late. */
async function finishRecord(
  execution: RunExecution,
  begun: Promise<StorageResult<void>>,
  { run, change }: LiveRun,
): Promise<void> {
  const records = recordsOf(execution);
  await begun;
  if (run().outcome === 'not-sent') {
    change({ saved: 'not-saved' });
    await records.discard(run().id);
    return;
  }
  const completed = await records.complete(run());
  change({ saved: completed.ok ? 'saved' : 'not-saved' });
}

function ended({ listeners, command }: RunExecution, run: Run): Run {
  listeners?.forEach((listener) => listener.ended?.(run, command.connection));
  return run;
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
