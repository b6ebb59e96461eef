import type { InvokeResult } from '../core/index.ts';
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
  const { command, signal, now } = execution;
  const pressedMs = execution.monotonicMs();
  const current = liveRun(execution);
  const refusal = await Promise.race([firstRefusal(execution.guards, command), whenAborted(signal)]);
  if (refusal) {
    current.change({ refusal, outcome: 'not-sent', endedAt: now(), saved: 'not-saved' });
    return ended(execution, current.run());
  }
  const isPrivate = execution.isPrivate?.(command) ?? false;
  const record = signal.aborted || isPrivate ? null : recordsOf(execution).begin(current.run());
  const unrecorded = isPrivate ? 'private' : 'not-saved';
  current.change({ saved: record ? await savedInTime(record, execution) : unrecorded });

  const { result, roundTripMs } = await callInvoke({
    client: execution.clientFor(command.connection, command.request.retryMode),
    run: current.run(),
    signal,
    pressedMs,
    monotonicMs: execution.monotonicMs,
    onChange: current.change,
  });
  const outcome = outcomeOf(result);
  const { attempts } = result;
  current.change({ result, attempts, outcome, roundTripMs, endedAt: now(), progress: null });
  if (record) {
    const gone = wasCutOff(execution, result) ? execution.sleep(leavingMs) : Promise.resolve();
    void gone.then(() => finishRecord(execution, record, current));
  }
  return ended(execution, current.run());
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
function wasCutOff({ isLeaving }: RunExecution, result: InvokeResult): boolean {
  return !result.ok && result.error.kind === 'network' && isLeaving?.() === true;
}

interface LiveRun {
  run: () => Run;
  change: (patch: Partial<Omit<Run, 'id' | 'draftId'>>) => void;
}

/** The store may drop a run that is no longer its draft's newest; the record needs it whole all the same. */
function liveRun({ run: first, runs }: RunExecution): LiveRun {
  let run = first;
  return {
    run: () => run,
    change(patch) {
      run = { ...run, ...patch };
      runs.getState().actions.update(run.id, patch);
    },
  };
}

async function savedInTime(
  record: Promise<StorageResult<void>>,
  { sleep, signal }: RunExecution,
): Promise<Run['saved']> {
  const stored = await Promise.race([record, sleep(writeAheadMs), whenAborted(signal)]);
  return stored && stored.ok ? 'saved' : 'not-saved';
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
