import { expect, test } from 'vitest';
import type { StreamEvent } from '../core/index.ts';
import { streamTimeline } from './stream-timeline.ts';

const chunk = (atMs: number, length: number): StreamEvent => ({
  type: 'chunk',
  bytes: new Uint8Array(length),
  atMs,
});

test('a stream without chunks has no timeline', () => {
  expect(streamTimeline([{ type: 'start', statusCode: 200 }, { type: 'complete' }])).toBeNull();
});

test('bytes add up over time', () => {
  const events: StreamEvent[] = [
    { type: 'start', statusCode: 200 },
    chunk(10, 3),
    chunk(20, 4),
    chunk(90, 5),
  ];
  expect(streamTimeline(events)).toEqual({
    chunks: 3,
    bytes: 12,
    points: [
      [10, 3],
      [20, 7],
      [90, 12],
    ],
  });
});

test('many chunks become few points, the last of which holds everything', () => {
  const events = Array.from({ length: 10_000 }, (_none, index) => chunk(index, 2));
  const timeline = streamTimeline(events);
  expect(timeline).toMatchObject({ chunks: 10_000, bytes: 20_000 });
  expect(timeline?.points.length).toBeLessThanOrEqual(240);
  expect(timeline?.points.at(-1)).toEqual([9_999, 20_000]);
});

test('chunks of one moment are one point', () => {
  expect(streamTimeline([chunk(5, 1), chunk(5, 1)])?.points).toEqual([[5, 2]]);
});
