import { expect, test } from 'vitest';
import { payloadFromBytes } from '../../documents/payload.ts';
import { sizeNote } from './size-note.ts';

const note = (size: number, invocationType: 'RequestResponse' | 'Event' | 'DryRun') =>
  sizeNote({ payload: payloadFromBytes(new Uint8Array(size).fill(0x20)), invocationType });

test('a payload far from the limit of its type has no note', () => {
  expect(note(0, 'RequestResponse')).toBeNull();
  expect(note(1_048_577, 'RequestResponse')).toBeNull();
});

test('from nine tenths on it is said how full it is', () => {
  expect(note(943_719, 'Event')).toEqual({
    tone: 'warning',
    text: 'The payload is nearly full: 943,719 of 1,048,576 bytes (90 %).',
  });
  expect(note(1_048_576, 'Event')?.text).toContain('(100 %)');
});

test('over the limit nothing would be sent', () => {
  expect(note(1_048_577, 'Event')).toMatchObject({
    tone: 'error',
    text: expect.stringContaining('too large for Event'),
  });
  expect(note(6_291_457, 'DryRun')?.tone).toBe('error');
});
