import { describe, expect, test } from 'vitest';
import { attempt, run } from '../../../state/state.fixture.ts';
import type { PhaseMark } from '../../../state/types.ts';
import { firstByteMs, runTimeline } from './timeline.ts';

const mark = (number: number, phase: PhaseMark['phase'], atMs: number): PhaseMark => ({
  attempt: number,
  phase,
  atMs,
});

const marks = [
  mark(1, 'queued', 4),
  mark(1, 'signing', 10),
  mark(1, 'sending', 11),
  mark(1, 'reading', 40),
  { ...mark(1, 'backing-off', 41), delayMs: 100 },
  mark(2, 'signing', 141),
  mark(2, 'sending', 142),
  mark(2, 'reading', 170),
  mark(2, 'done', 175),
];

describe('a timeline', () => {
  test('has a stretch for each phase, from its mark to the next', () => {
    const { attempts, spanMs } = runTimeline(run({ marks, attempts: [{ ...attempt(), statusCode: 429 }] }));
    expect(spanMs).toBe(175);
    expect(
      attempts.map(({ number, phases }) => [
        number,
        ...phases.map(({ name, fromMs, toMs }) => `${name} ${fromMs}-${toMs}`),
      ]),
    ).toEqual([
      [
        1,
        'preparing 0-4',
        'queued 4-10',
        'signing 10-11',
        'sending 11-40',
        'reading 40-41',
        'backing-off 41-141',
      ],
      [2, 'signing 141-142', 'sending 142-170', 'reading 170-175'],
    ]);
    expect(attempts.map((one) => one.attempt?.statusCode)).toEqual([429, undefined]);
  });

  test('of a run under way ends with its last mark, a back-off with its end', () => {
    expect(runTimeline(run({ marks: marks.slice(0, 5) })).spanMs).toBe(141);
    expect(runTimeline(run({ marks: marks.slice(0, 1) })).attempts[0]?.phases.at(-1)).toEqual({
      name: 'queued',
      fromMs: 4,
      toMs: 4,
    });
  });

  test('of a run under way goes on to the present', () => {
    const { attempts, spanMs } = runTimeline(run({ marks: marks.slice(0, 3) }), 900);
    expect(spanMs).toBe(900);
    expect(attempts[0]?.phases.at(-1)).toEqual({ name: 'sending', fromMs: 11, toMs: 900 });
  });

  test('of a record without marks is drawn from its attempts', () => {
    const { attempts, spanMs } = runTimeline(run({ attempts: [{ ...attempt(), retryDelayMs: 50 }] }));
    expect(spanMs).toBe(1_050);
    expect(attempts[0]?.phases.map(({ name }) => name)).toEqual(['sending', 'backing-off']);
  });

  test('never runs backwards, also when a clock did', () => {
    const back = { ...attempt(), startedAt: new Date(0), endedAt: new Date(0) };
    expect(runTimeline(run({ attempts: [back] }))).toMatchObject({ spanMs: 1 });
    expect(runTimeline(run()).attempts).toEqual([]);
  });
});

test('the time to the first byte is that of the last send', () => {
  expect(firstByteMs(marks)).toBe(28);
  expect(firstByteMs(marks.slice(0, 7))).toBeUndefined();
  expect(firstByteMs([])).toBeUndefined();
});
