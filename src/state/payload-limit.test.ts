import { expect, test } from 'vitest';
import { createInvokeClient } from '../core/index.ts';
import { fullness, payloadLimitBytes } from './payload-limit.ts';

test.each(['RequestResponse', 'Event', 'DryRun'] as const)(
  'the limit of %s is the one that the core refuses beyond',
  async (invocationType) => {
    const client = createInvokeClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    });
    const limit = payloadLimitBytes(invocationType);
    const prepare = (size: number) =>
      client.prepare({ functionName: 'a', invocationType, payload: new Uint8Array(size) });
    expect((await prepare(limit)).ok).toBe(true);
    expect(await prepare(limit + 1)).toMatchObject({
      ok: false,
      error: { problems: [{ field: 'payload' }] },
    });
  },
);

test('a payload is nearly full from nine tenths of the limit on', () => {
  expect(fullness(899, 1000)).toBe('fits');
  expect(fullness(900, 1000)).toBe('nearly full');
  expect(fullness(1000, 1000)).toBe('nearly full');
  expect(fullness(1001, 1000)).toBe('over');
});
