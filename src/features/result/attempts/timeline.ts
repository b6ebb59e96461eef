import type { Attempt } from '../../../core/index.ts';
import type { PhaseMark, Run } from '../../../state/types.ts';

export type PhaseName = 'preparing' | 'queued' | 'signing' | 'sending' | 'reading' | 'backing-off';

/** A stretch of a run, in milliseconds since its press. */
export interface Phase {
  name: PhaseName;
  fromMs: number;
  toMs: number;
}

export interface AttemptTimeline {
  number: number;
  phases: Phase[];
  /** Absent while it is under way. */
  attempt: Attempt | undefined;
}

export interface RunTimeline {
  attempts: AttemptTimeline[];
  /** The end of the last phase; at least 1. */
  spanMs: number;
}

/**
 * What a run did when. Each mark begins a phase and ends the one before; a run of an older record has no marks,
 * and its attempts are drawn from when they were sent to when they ended. `elapsedMs` is for a run under way: its
 * last phase lasts until then.
 */
export function runTimeline(run: Pick<Run, 'marks' | 'attempts' | 'startedAt'>, elapsedMs = 0): RunTimeline {
  const attempts = run.marks.length > 0 ? fromMarks(run.marks, run.attempts) : fromAttempts(run);
  const open = attempts.at(-1)?.phases.at(-1);
  if (open) open.toMs = Math.max(open.toMs, elapsedMs);
  const ends = attempts.flatMap(({ phases }) => phases.map(({ toMs }) => toMs));
  return { attempts, spanMs: Math.max(1, ...ends) };
}

function fromMarks(marks: readonly PhaseMark[], attempts: readonly Attempt[]): AttemptTimeline[] {
  const timelines: AttemptTimeline[] = [];
  let before: Phase | undefined = { name: 'preparing', fromMs: 0, toMs: marks[0]?.atMs ?? 0 };
  for (const { attempt: number, phase, atMs, delayMs } of marks) {
    if (before) before.toMs = Math.max(before.fromMs, atMs);
    let timeline = timelines.find((one) => one.number === number);
    if (!timeline) {
      timeline = { number, phases: [], attempt: attempts.find((one) => one.number === number) };
      timelines.push(timeline);
      if (before?.name === 'preparing') timeline.phases.push(before);
    }
    before = phase === 'done' ? undefined : { name: phase, fromMs: atMs, toMs: atMs + (delayMs ?? 0) };
    if (before) timeline.phases.push(before);
  }
  return timelines;
}

function fromAttempts({ attempts, startedAt }: Pick<Run, 'attempts' | 'startedAt'>): AttemptTimeline[] {
  const originMs = startedAt.getTime();
  return attempts.map((attempt) => {
    const fromMs = Math.max(0, attempt.startedAt.getTime() - originMs);
    const toMs = Math.max(fromMs, attempt.endedAt.getTime() - originMs);
    const phases: Phase[] = [{ name: 'sending', fromMs, toMs }];
    if (attempt.retryDelayMs !== undefined)
      phases.push({ name: 'backing-off', fromMs: toMs, toMs: toMs + attempt.retryDelayMs });
    return { number: attempt.number, phases, attempt };
  });
}

/** From the last send to the first byte of its answer; undefined when there was none, or it is not known. */
export function firstByteMs(marks: readonly PhaseMark[]): number | undefined {
  const sent = marks.findLast(({ phase }) => phase === 'sending');
  const read = marks.findLast(({ phase }) => phase === 'reading');
  return sent && read && read.attempt === sent.attempt ? read.atMs - sent.atMs : undefined;
}
