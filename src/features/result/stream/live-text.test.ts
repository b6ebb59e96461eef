import { expect, test } from 'vitest';
import type { StreamEvent } from '../../../core/index.ts';
import { liveText } from './live-text.ts';

const chunk = (bytes: Uint8Array): StreamEvent => ({ type: 'chunk', bytes, atMs: 1 });
const text = (value: string): StreamEvent => chunk(new TextEncoder().encode(value));

test('what came so far can be read, characters whose rest is still to come aside', () => {
  const bytes = new TextEncoder().encode('a🚀b');
  const events: StreamEvent[] = [{ type: 'start', statusCode: 200 }, chunk(bytes.subarray(0, 3))];
  expect(liveText(events)).toEqual({ text: 'a', skippedBytes: 0, head: null });
  expect(liveText([...events, chunk(bytes.subarray(3))]).text).toBe('a🚀b');
});

test('status and headers of an HTTP response are split off as soon as they are whole', () => {
  const prelude = '{"statusCode":201,"headers":{"content-type":"text/plain"}}';
  expect(liveText([text(prelude)])).toMatchObject({ text: prelude, head: null });
  expect(liveText([text(`${prelude}\0\0\0\0\0\0\0\0`), text('body')])).toEqual({
    text: 'body',
    skippedBytes: 0,
    head: { statusCode: 201, headers: [['content-type', 'text/plain']] },
  });
});

test('a long stream is followed at its end, from a whole character on', () => {
  const many = Array.from({ length: 10 }, () => text('é'.repeat(20_000)));
  const live = liveText([...many, text('the end')]);
  expect(live.skippedBytes).toBe(400_007 - 262_144);
  expect(live.text).toMatch(/^é+the end$/);
});
