import { expect, test } from 'vitest';
import { deflate, inflate } from './deflate.ts';

test('inflates what it deflated', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(5_000));
  expect(await inflate(await deflate(bytes), 5_000)).toEqual({ ok: true, bytes });
});

test('gives up at the cap, having touched a small part of a bomb', async () => {
  const bomb = await deflate(new Uint8Array(32 * 1024 * 1024));
  let touched = 0;
  const counted = new Proxy(bomb, {
    get(target, name) {
      if (name === 'length') return target.length;
      if (name !== 'subarray') throw new Error(`Only slices are expected, not ${String(name)}.`);
      return (from: number, to: number) => {
        touched += to - from;
        return target.subarray(from, to);
      };
    },
  });
  expect(await inflate(counted, 1024 * 1024)).toEqual({ ok: false, reason: 'too-big' });
  expect(touched).toBeLessThan(bomb.length);
});
