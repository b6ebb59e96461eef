import { expect, test } from 'vitest';
import { clockDifference, clockWords } from './clock-difference.ts';

const tooOld =
  'Signature expired: 20261122T101112Z is now earlier than 20261122T110712Z (20261122T111212Z - 5 min.)';

test.each([
  [61_000, '61 seconds slow'],
  [-1_000, '1 second fast'],
  [3_660_000, '61 minutes slow'],
  [-7_200_000, '120 minutes fast'],
  [864_000_000, '240 hours slow'],
])('a difference of %i ms is %s', (ms, words) => expect(clockWords(ms)).toBe(words));

test('the Date of an answer counts more than a message', () => {
  const at = new Date(0);
  const attempt = { number: 1, startedAt: at, endedAt: at, clockSkewMs: 300_000 };
  expect(clockDifference([attempt], { message: tooOld })).toBe(300_000);
  expect(clockDifference([], undefined)).toBeUndefined();
});
