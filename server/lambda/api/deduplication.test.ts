import { describe, expect, test } from 'vitest';
import type { ApiRequest, ApiResponse } from '../http/messages.ts';
import { Deduplication } from './deduplication.ts';

function requestOf(id: string): ApiRequest {
  const headers = new Map([['amz-sdk-invocation-id', id]]);
  return { method: 'POST', path: '/f', query: '', headers, body: Buffer.from('{}') };
}

/** Counts runs; each answers with a body of the given size. */
function counter(bytes = 10) {
  let runs = 0;
  const run = (): Promise<ApiResponse> => {
    runs += 1;
    return Promise.resolve({ status: 200, headers: {}, body: Buffer.alloc(bytes) });
  };
  return { run, runs: () => runs };
}

describe('Deduplication', () => {
  test('remembers a refusal too', async () => {
    const copies = new Deduplication(() => 0);
    let runs = 0;
    const fail = (): Promise<ApiResponse> => {
      runs += 1;
      return Promise.reject(new Error('refused'));
    };
    await expect(copies.answer(requestOf('a'), fail)).rejects.toThrow('refused');
    await expect(copies.answer(requestOf('a'), fail)).rejects.toThrow('refused');
    expect(runs).toBe(1);
  });

  test('forgets after eleven minutes, when the signature of a copy is long expired', async () => {
    let now = 0;
    const copies = new Deduplication(() => now);
    const { run, runs } = counter();
    await copies.answer(requestOf('a'), run);
    now = 10 * 60_000;
    await copies.answer(requestOf('a'), run);
    expect(runs()).toBe(1);
    now = 12 * 60_000;
    await copies.answer(requestOf('a'), run);
    expect(runs()).toBe(2);
  });

  test('forgets the oldest answers when they are too large together', async () => {
    const copies = new Deduplication(() => 0);
    const { run, runs } = counter(6_000_000);
    for (let id = 0; id < 12; id += 1) await copies.answer(requestOf(String(id)), run);
    await copies.answer(requestOf('11'), run);
    expect(runs()).toBe(12);
    await copies.answer(requestOf('0'), run);
    expect(runs()).toBe(13);
  });

  test('never forgets what still runs', async () => {
    const copies = new Deduplication(() => 0);
    let finish = (_response: ApiResponse): void => {};
    const slow = copies.answer(requestOf('slow'), () => new Promise((resolve) => (finish = resolve)));
    const { run } = counter(6_000_000);
    for (let id = 0; id < 20; id += 1) await copies.answer(requestOf(String(id)), run);
    const again = counter();
    const copy = copies.answer(requestOf('slow'), again.run);
    finish({ status: 202, headers: {} });
    expect(await copy).toBe(await slow);
    expect(again.runs()).toBe(0);
  });
});
