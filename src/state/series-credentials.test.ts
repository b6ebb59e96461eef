import { describe, expect, test } from 'vitest';
import { farCall, farSetUp, opened } from './series-calls.fixture.ts';
import { keys, role } from './signing.fixture.ts';

describe('credentials in the worker of a series', () => {
  test('that are made anew are made by the page, and asked for by the worker', async () => {
    let made = 0;
    const exchange = async () => {
      made += 1;
      return {
        accessKeyId: `ASIA${made}`,
        secretAccessKey: 'made',
        expiration: new Date(Date.now() + 3_600_000),
      };
    };
    const set = farSetUp({ exchange });
    const { farSent } = set;
    const calls = await opened(set);
    await calls.make(farCall({ signing: role }).call);
    await calls.make(farCall({ signing: role }).call);
    expect(made).toBe(1);
    expect(farSent.map(({ headers }) => headers['authorization']?.includes('Credential=ASIA1/'))).toEqual([
      true,
      true,
    ]);
  });

  test('that can not be had fail the run with the reason, and nothing is sent', async () => {
    const set = farSetUp({
      exchange: () => Promise.reject(new Error('No session today')),
    });
    const { farSent, pageSent } = set;
    const { result } = await (await opened(set)).make(farCall({ signing: role }).call);
    expect(result).toMatchObject({ ok: false, error: { kind: 'credentials', mayHaveRun: 'no' } });
    expect(result.ok ? '' : result.error.message).toContain('No session today');
    expect([...farSent, ...pageSent]).toEqual([]);
  });

  test('that were replaced are forgotten by the worker, and sign nothing more', async () => {
    const set = farSetUp();
    const { credentials, said, farSent } = set;
    const calls = await opened(set);
    await calls.make(farCall().call);
    credentials.set('c1', { accessKeyId: 'AKIAOTHER', secretAccessKey: 'other' });
    expect(said.at(-1)).toMatchObject({ type: 'forget' });
    await calls.make(farCall().call);
    expect(
      farSent.map(({ headers }) => /Credential=([^/]*)/.exec(headers['authorization'] ?? '')?.[1]),
    ).toEqual([keys.accessKeyId, 'AKIAOTHER']);
  });

  test('are gone with the worker when the series is over', async () => {
    const set = farSetUp();
    const { state } = set;
    const calls = await opened(set);
    await calls.make(farCall().call);
    calls.close();
    expect(state.terminated).toBe(1);
  });
});
