import { expect, test } from 'vitest';
import { mostShown, runStructureJob, runTextsJob } from './compare-job.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = (text: string) => ({ kind: 'body', bytes: bytes(text) }) as const;

test('bodies are laid out line by line, without what is ignored', () => {
  const job = { left: body('{"a":1,"requestId":"x"}'), right: body('{"a":1,"requestId":"y"}') };
  expect(runTextsJob({ ...job, names: ['requestId'] }).isSame).toBe(true);
  expect(runTextsJob({ ...job, names: [] })).toMatchObject({
    isSame: false,
    texts: { left: '{\n  "a": 1,\n  "requestId": "x"\n}' },
  });
});

test('bytes that are no text are shown as bytes, and are no JSON', () => {
  const left = Uint8Array.of(0xff, 0x00);
  const { texts } = runTextsJob({ left: { kind: 'body', bytes: left }, right: body('1'), names: [] });
  expect(texts?.left).toBe('2 bytes\nff 00');
  expect(runStructureJob({ left, right: bytes('1'), ignored: [] })).toEqual({ ok: false, noJson: 'left' });
});

test.each([
  ['lines', JSON.stringify(Array.from({ length: mostShown.lines }, () => 1))],
  ['characters', JSON.stringify('x'.repeat(mostShown.characters))],
])('texts of too many %s are compared, and not shown', (_what, text) => {
  expect(runTextsJob({ left: body(text), right: body('1'), names: [] })).toEqual({
    isSame: false,
    texts: null,
  });
  expect(runTextsJob({ left: body(text), right: body(text), names: [] }).isSame).toBe(true);
});
