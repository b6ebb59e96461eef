import type { FaultKind, MeasuredRun, StartKind } from './measured-run.ts';
import { startKind } from './measured-run.ts';
import { summarise, type Summary } from './statistics.ts';

export type RunGroup = 'all' | StartKind;

export interface GroupNumbers {
  group: RunGroup;
  runs: number;
  /** What the platform measured of the handler; null without any REPORT. */
  duration: Summary | null;
  /** What the page measured, of runs that were answered. */
  roundTrip: Summary | null;
  /** Of cold starts: how long the environment took. */
  init: Summary | null;
}

export interface Fault {
  kind: FaultKind;
  name: string;
  count: number;
}

export interface Headroom {
  configuredMB: number;
  mostUsedMB: number;
}

export interface Billing {
  memoryMB: number;
  meanBilledMs: number;
  runs: number;
}

/** All that the runs say together. */
export interface Measurement {
  /** All of them first, then the kinds of starts that there were; of one kind alone only that. */
  groups: readonly GroupNumbers[];
  faults: readonly Fault[];
  /** By configured memory, which may have been changed while it was measured; smallest first. */
  memory: readonly Headroom[];
  billing: readonly Billing[];
  /** Runs whose log says nothing of duration and start. */
  withoutReport: number;
}

export function measure(runs: readonly MeasuredRun[]): Measurement {
  const byStart = grouped(runs, startKind);
  const kinds = (['cold', 'warm', 'unknown'] as const).filter((kind) => byStart.has(kind));
  return {
    groups: groupsOf(kinds).map((group) =>
      numbersOf(group, group === 'all' ? runs : (byStart.get(group) ?? [])),
    ),
    faults: faultsOf(runs),
    memory: memoryOf(runs),
    billing: billingOf(runs),
    withoutReport: byStart.get('unknown')?.length ?? 0,
  };
}

/** A group that is all there is, is not told twice. */
function groupsOf(kinds: readonly StartKind[]): readonly RunGroup[] {
  const [only] = kinds;
  if (kinds.length > 1) return ['all', ...kinds];
  return [only === undefined || only === 'unknown' ? 'all' : only];
}

function numbersOf(group: RunGroup, runs: readonly MeasuredRun[]): GroupNumbers {
  return {
    group,
    runs: runs.length,
    duration: summarise(known(runs, ({ report }) => report?.durationMs)),
    roundTrip: summarise(known(runs, ({ roundTripMs }) => roundTripMs)),
    init: summarise(known(runs, ({ report }) => report?.initDurationMs ?? report?.restoreDurationMs)),
  };
}

function known(
  runs: readonly MeasuredRun[],
  numberOf: (run: MeasuredRun) => number | null | undefined,
): number[] {
  return runs.map(numberOf).filter((value): value is number => typeof value === 'number');
}

function faultsOf(runs: readonly MeasuredRun[]): Fault[] {
  const counted = new Map<string, Fault>();
  for (const { fault } of runs) {
    if (!fault) continue;
    const key = `${fault.kind} ${fault.name}`;
    const before = counted.get(key) ?? { ...fault, count: 0 };
    counted.set(key, { ...before, count: before.count + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count);
}

function bySize(runs: readonly MeasuredRun[]): [sizeMB: number, runs: MeasuredRun[]][] {
  const sized = runs.filter(({ report }) => report?.memorySizeMB !== undefined);
  return [...grouped(sized, ({ report }) => report?.memorySizeMB ?? 0)].toSorted(([a], [b]) => a - b);
}

function memoryOf(runs: readonly MeasuredRun[]): Headroom[] {
  return bySize(runs).flatMap(([configuredMB, sized]) => {
    const used = summarise(known(sized, ({ report }) => report?.maxMemoryUsedMB));
    return used === null ? [] : [{ configuredMB, mostUsedMB: used.max }];
  });
}

function billingOf(runs: readonly MeasuredRun[]): Billing[] {
  return bySize(runs).flatMap(([memoryMB, sized]) => {
    const billed = summarise(known(sized, ({ report }) => report?.billedDurationMs));
    return billed === null ? [] : [{ memoryMB, meanBilledMs: billed.mean, runs: billed.count }];
  });
}

function grouped<Key>(
  runs: readonly MeasuredRun[],
  keyOf: (run: MeasuredRun) => Key,
): Map<Key, MeasuredRun[]> {
  const groups = new Map<Key, MeasuredRun[]>();
  for (const run of runs) {
    const key = keyOf(run);
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  return groups;
}
