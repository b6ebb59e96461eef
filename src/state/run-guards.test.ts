import { describe, expect, test } from 'vitest';
import { createDraftStore } from './draft-store.ts';
import { clientContextGuard, offlineGuard, payloadGuard } from './run-guards.ts';
import { command, setUp } from './run-service.fixture.ts';
import { connection, runRequest } from './state.fixture.ts';

describe('guards', () => {
  const refusal = { code: 'production', message: 'This is production.', nextStep: 'Type the name.' };

  test('hold a run back before anything is recorded, signed or sent', async () => {
    const asked: string[] = [];
    const { service, events, shown } = setUp({
      guards: [
        () => (asked.push('first'), { ok: true }),
        async () => (asked.push('second'), { ok: false, refusal }),
        () => (asked.push('third'), { ok: true }),
      ],
    });
    expect(await service.start(command()).done).toMatchObject({ outcome: 'not-sent', refusal, result: null });
    expect(asked).toEqual(['first', 'second']);
    expect(events).toEqual([]);
    expect(shown()).toMatchObject({ outcome: 'not-sent', saved: 'not-saved' });
  });

  test('that fail refuse', async () => {
    const broken = (): never => {
      throw new Error('no answer');
    };
    const { service, events } = setUp({ guards: [broken] });
    expect(await service.start(command()).done).toMatchObject({ refusal: { code: 'guard-failed' } });
    expect(events).toEqual([]);
  });
});

describe('offline', () => {
  const guard = offlineGuard(() => false);
  test.each(['http://127.0.0.1:7412', 'http://localhost:4566/', 'http://a.localhost:1', 'http://[::1]:9'])(
    'does not hold back %s',
    async (endpoint) => {
      expect(await guard(command({ connection: connection({ endpoint }) }))).toEqual({ ok: true });
    },
  );

  test.each([null, 'https://example.com', 'http://127.0.0.1.example.com', 'no url'])(
    'holds back %s',
    async (endpoint) => {
      const verdict = await guard(command({ connection: connection({ endpoint }) }));
      expect(verdict).toMatchObject({ ok: false, refusal: { code: 'offline' } });
    },
  );

  test('is over when the browser is online', async () => {
    expect(await offlineGuard(() => true)(command())).toEqual({ ok: true });
  });
});

test('a payload that has no bytes holds its draft back, and nothing older is sent instead', async () => {
  const drafts = createDraftStore({ randomUUID: () => 'd1' });
  const guard = payloadGuard(drafts);
  drafts.getState().actions.setPayloadText('d1', '{"half":"\uD83D"}');
  expect(await guard(command())).toMatchObject({
    ok: false,
    refusal: {
      code: 'payload-problem',
      field: 'payload',
      message: expect.stringContaining('line 1, column 10'),
    },
  });
  drafts.getState().actions.setPayloadText('d1', '{"half":"x"}');
  expect(await guard(command())).toEqual({ ok: true });
});

test('half a character in the client context is refused, a whole one is not', async () => {
  const refused = command({ request: runRequest({ clientContext: '{"a":"\uDE00"}' }) });
  expect(await clientContextGuard(refused)).toMatchObject({ refusal: { field: 'clientContext' } });
  const whole = command({ request: runRequest({ clientContext: '{"a":"\u{1F600}"}' }) });
  expect(await clientContextGuard(whole)).toEqual({ ok: true });
});
