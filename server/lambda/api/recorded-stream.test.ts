import { describe, expect, test } from 'vitest';
import { RecordedStream } from './recorded-stream.ts';

async function readAll(stream: RecordedStream): Promise<string> {
  const parts: string[] = [];
  for await (const part of stream) parts.push(Buffer.from(part).toString());
  return parts.join('');
}

/** Whether a promise is fulfilled after everything that is due has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe('RecordedStream', () => {
  test('gives each reader everything, whenever it begins', async () => {
    const stream = new RecordedStream();
    const early = readAll(stream);
    await stream.push(Buffer.from('one '));
    const later = readAll(stream);
    await stream.push(Buffer.from('two'));
    stream.end();
    expect(await Promise.all([early, later, readAll(stream)])).toEqual(['one two', 'one two', 'one two']);
  });

  test('makes the writer wait for a reader that is far behind, until it reads or goes away', async () => {
    const stream = new RecordedStream();
    const reader = stream[Symbol.asyncIterator]();
    const large = Buffer.alloc(200_000);
    await stream.push(large);
    await reader.next();
    const waiting = stream.push(large);
    expect(await isSettled(waiting)).toBe(false);
    await reader.next();
    expect(await isSettled(waiting)).toBe(true);
    const abandoned = stream.push(large);
    expect(await isSettled(abandoned)).toBe(false);
    await reader.return(undefined);
    expect(await isSettled(abandoned)).toBe(true);
  });

  test('keeps no more of a long stream than can be told again, and refuses a reader that comes too late', async () => {
    const stream = new RecordedStream();
    const first = readAll(stream);
    for (let part = 0; part < 70; part += 1) await stream.push(Buffer.alloc(100_000, 'x'));
    stream.end();
    expect(await first).toHaveLength(7_000_000);
    await expect(readAll(stream)).rejects.toThrow('The beginning of this stream is not kept any more.');
  });
});
