import { describe, expect, test } from 'vitest';
import type { LogReport } from '../../core/index.ts';
import { costs, defaultPrices } from './cost.ts';
import { measuredCsv, measuredJson } from './measure-export.ts';
import { startKind, type MeasuredRun } from './measured-run.ts';
import { measure } from './measurement.ts';

function run(index: number, report: LogReport | null, overrides: Partial<MeasuredRun> = {}): MeasuredRun {
  return {
    index,
    runId: `r${index}`,
    startedAt: Date.UTC(2026, 4, 1),
    fault: null,
    roundTripMs: 100 + index,
    report,
    ...overrides,
  };
}

const warm = (durationMs: number): LogReport => ({
  durationMs,
  billedDurationMs: Math.ceil(durationMs),
  memorySizeMB: 128,
  maxMemoryUsedMB: 40 + Math.round(durationMs),
});
const cold = (durationMs: number): LogReport => ({ ...warm(durationMs), initDurationMs: 200 });

describe('the start of a run', () => {
  test('is cold where the environment was initialised or restored, and unknown without a report', () => {
    expect(startKind(run(0, cold(2)))).toBe('cold');
    expect(startKind(run(0, { ...warm(2), restoreDurationMs: 3 }))).toBe('cold');
    expect(startKind(run(0, warm(2)))).toBe('warm');
    expect(startKind(run(0, null))).toBe('unknown');
    expect(startKind(run(0, { requestId: 'only' }))).toBe('unknown');
  });
});

describe('a measurement', () => {
  test('holds cold and warm starts apart', () => {
    const { groups, withoutReport } = measure([run(0, cold(54)), run(1, warm(2)), run(2, warm(4))]);
    expect(groups.map(({ group, runs }) => [group, runs])).toEqual([
      ['all', 3],
      ['cold', 1],
      ['warm', 2],
    ]);
    expect(groups.map(({ duration }) => duration?.mean)).toEqual([20, 54, 3]);
    expect(groups.map(({ init }) => init?.p50 ?? null)).toEqual([200, 200, null]);
    expect(withoutReport).toBe(0);
  });

  test('guesses nothing where no log is', () => {
    const { groups, withoutReport, memory, billing } = measure([run(0, null), run(1, null)]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ group: 'all', duration: null, init: null });
    expect(groups[0]?.roundTrip?.count).toBe(2);
    expect({ withoutReport, memory, billing }).toEqual({ withoutReport: 2, memory: [], billing: [] });
  });

  test('counts faults by their kind and name, the most frequent first, and no time of what was not answered', () => {
    const throttled = { fault: { kind: 'throttled', name: 'TooManyRequestsException' } } as const;
    const lost = { fault: { kind: 'unknown', name: 'network' }, roundTripMs: null } as const;
    const { faults, groups } = measure([
      run(0, null, lost),
      run(1, null, throttled),
      run(2, null, throttled),
      run(3, warm(1)),
    ]);
    expect(faults).toEqual([
      { kind: 'throttled', name: 'TooManyRequestsException', count: 2 },
      { kind: 'unknown', name: 'network', count: 1 },
    ]);
    expect(groups[0]?.roundTrip?.count).toBe(3);
  });

  test('tells memory and billing by size, when the size was changed on the way', () => {
    const larger = { ...warm(1), memorySizeMB: 512 };
    const { memory, billing } = measure([run(0, warm(2)), run(1, warm(10)), run(2, larger)]);
    expect(memory).toEqual([
      { configuredMB: 128, mostUsedMB: 50 },
      { configuredMB: 512, mostUsedMB: 41 },
    ]);
    expect(billing).toEqual([
      { memoryMB: 128, meanBilledMs: 6, runs: 2 },
      { memoryMB: 512, meanBilledMs: 1, runs: 1 },
    ]);
  });
});

describe('the cost of a million runs', () => {
  test('is the price list’s, by size and architecture', () => {
    const sizes = costs([{ memoryMB: 512, meanBilledMs: 1_000, runs: 10 }], defaultPrices);
    const half = sizes.find(({ memoryMB }) => memoryMB === 512);
    expect(half?.isMeasured).toBe(true);
    expect(half?.perMillion.x86_64).toBeCloseTo(0.2 + 500_000 * 0.0000166667, 6);
    expect(half?.perMillion.arm64).toBeCloseTo(0.2 + 500_000 * 0.0000133334, 6);
    const double = sizes.find(({ memoryMB }) => memoryMB === 1_024);
    expect(double).toMatchObject({ isMeasured: false, billedMs: 1_000 });
    expect(double?.perMillion.x86_64).toBeCloseTo(0.2 + 1_000_000 * 0.0000166667, 6);
  });

  test('stands for sizes that were measured with what was billed for them', () => {
    const sizes = costs(
      [
        { memoryMB: 128, meanBilledMs: 900, runs: 5 },
        { memoryMB: 777, meanBilledMs: 150, runs: 20 },
      ],
      { perMillionRequests: 0, perGbSecond: { x86_64: 1, arm64: 0 } },
    );
    expect(sizes.map(({ memoryMB }) => memoryMB)).toEqual(
      sizes.map(({ memoryMB }) => memoryMB).toSorted((a, b) => a - b),
    );
    expect(sizes.find(({ memoryMB }) => memoryMB === 777)?.perMillion).toEqual({
      x86_64: (777 / 1_024) * 0.15 * 1_000_000,
      arm64: 0,
    });
    expect(sizes.find(({ memoryMB }) => memoryMB === 128)?.billedMs).toBe(900);
    expect(sizes.find(({ memoryMB }) => memoryMB === 256)?.billedMs).toBe(150);
  });

  test('is not told where nothing is known of billing', () => {
    expect(costs([], defaultPrices)).toEqual([]);
  });
});

describe('the files of a measurement', () => {
  const hostile = run(1, null, { fault: { kind: 'function-error', name: '=cmd|"/c calc"!A1' } });

  test('hold each run once, and no formula', () => {
    const [head, ...lines] = measuredCsv([run(0, cold(2.5)), hostile]).split('\r\n');
    expect(head).toBe(
      'index,runId,startedAt,start,fault,faultName,roundTripMs,durationMs,billedDurationMs,initDurationMs,memorySizeMB,maxMemoryUsedMB',
    );
    expect(lines).toEqual([
      '0,r0,2026-05-01T00:00:00.000Z,cold,,,100,2.5,3,200,128,43',
      `1,r1,2026-05-01T00:00:00.000Z,unknown,function-error,"'=cmd|""/c calc""!A1",101,,,,,`,
      '',
    ]);
  });

  test('say in JSON how the percentiles were made, and null for what is not known', () => {
    const target = {
      functionName: 'f',
      qualifier: '',
      invocationType: 'RequestResponse',
      connectionName: 'Local',
      region: 'us-east-1',
      concurrency: 2,
      startedAt: '2026-05-01T00:00:00.000Z',
    };
    const runs = [hostile];
    const read: unknown = JSON.parse(measuredJson(target, measure(runs), runs));
    expect(read).toMatchObject({
      target,
      percentiles: 'nearest rank',
      withoutReport: 1,
      runs: [{ index: 1, durationMs: null, roundTripMs: 101, faultName: '=cmd|"/c calc"!A1' }],
    });
  });
});
