import { toCsv } from '../csv.ts';
import { startKind, type MeasuredRun } from './measured-run.ts';
import type { Measurement } from './measurement.ts';

/** What was measured, for the head of a file. */
export interface MeasuredTarget {
  functionName: string;
  qualifier: string;
  invocationType: string;
  connectionName: string;
  region: string;
  concurrency: number;
  startedAt: string;
}

const columns = [
  'index',
  'runId',
  'startedAt',
  'start',
  'fault',
  'faultName',
  'roundTripMs',
  'durationMs',
  'billedDurationMs',
  'initDurationMs',
  'memorySizeMB',
  'maxMemoryUsedMB',
] as const;

type Row = Record<(typeof columns)[number], string | number | null>;

/** One row a run; what is not known is empty. */
export function measuredCsv(runs: readonly MeasuredRun[]): string {
  const rows = runs.map((run) => {
    const row = rowOf(run);
    return columns.map((column) => String(row[column] ?? ''));
  });
  return toCsv([[...columns], ...rows]);
}

/** The runs with their statistics; what is not known is null. */
export function measuredJson(
  target: MeasuredTarget,
  measurement: Measurement,
  runs: readonly MeasuredRun[],
): string {
  return `${JSON.stringify(
    { target, percentiles: 'nearest rank', ...measurement, runs: runs.map(rowOf) },
    null,
    2,
  )}\n`;
}

function rowOf(run: MeasuredRun): Row {
  const report = run.report ?? {};
  return {
    index: run.index,
    runId: run.runId,
    startedAt: new Date(run.startedAt).toISOString(),
    start: startKind(run),
    fault: run.fault?.kind ?? null,
    faultName: run.fault?.name ?? null,
    roundTripMs: run.roundTripMs,
    durationMs: orNull(report.durationMs),
    billedDurationMs: orNull(report.billedDurationMs),
    initDurationMs: orNull(report.initDurationMs ?? report.restoreDurationMs),
    memorySizeMB: orNull(report.memorySizeMB),
    maxMemoryUsedMB: orNull(report.maxMemoryUsedMB),
  };
}

function orNull(value: number | undefined): number | null {
  return value ?? null;
}
