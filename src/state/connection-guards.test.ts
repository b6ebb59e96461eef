import { describe, expect, test } from 'vitest';
import { credentialsGuard, originGuard, readOnlyGuard } from './connection-guards.ts';
import { createConnectionStore } from './connection-store.ts';
import type { StoredConnection } from './connection-types.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { createProductionGuard, holdMs } from './production-guard.ts';
import { command } from './run-service.fixture.ts';
import { connection, payload, runRequest, textStorage } from './state.fixture.ts';

const now = new Date('2026-05-01T10:00:00Z');

function setUp(overrides: Partial<StoredConnection> = {}) {
  const credentials = createCredentialMemory();
  const connections = createConnectionStore({
    storage: textStorage(),
    tabStorage: textStorage(),
    credentials,
    fetch: async () => new Response('', { status: 404 }),
  });
  connections.getState().actions.save({ ...connection(), kind: 'aws', ...overrides });
  return { credentials, connections };
}

describe('read only', () => {
  test('lets a DryRun pass and nothing else, whatever the command says of its connection', () => {
    const { connections } = setUp({ readOnly: true });
    const guard = readOnlyGuard(connections);
    const claims = connection({ readOnly: false });
    for (const invocationType of ['RequestResponse', 'Event'] as const) {
      expect(guard(command({ connection: claims, request: runRequest({ invocationType }) }))).toMatchObject({
        refusal: { code: 'read-only' },
      });
    }
    expect(guard(command({ request: runRequest({ invocationType: 'DryRun' }) }))).toEqual({ ok: true });
  });

  test('refuses a connection that nobody made', () => {
    const guard = readOnlyGuard(setUp().connections);
    expect(guard(command({ connection: connection({ id: 'made up' }) }))).toMatchObject({
      refusal: { code: 'connection-gone' },
    });
  });
});

describe('production', () => {
  const production = () => {
    const clock = { ms: 0 };
    const guard = createProductionGuard({ isProduction: () => true, monotonicMs: () => clock.ms });
    return { ...guard, clock };
  };
  const name = { by: 'name', typed: 'hello' } as const;

  test('holds back the first run until the name is typed or the button was held', () => {
    for (const proof of [name, { by: 'hold', heldMs: holdMs } as const]) {
      const { guard, confirm } = production();
      expect(guard(command())).toMatchObject({ refusal: { code: 'production-unconfirmed' } });
      expect(confirm(command(), { by: 'name', typed: 'hell' })).toBe(false);
      expect(confirm(command(), { by: 'hold', heldMs: holdMs - 1 })).toBe(false);
      expect(guard(command())).toMatchObject({ ok: false });
      expect(confirm(command(), proof)).toBe(true);
      expect(guard(command())).toEqual({ ok: true });
    }
  });

  test.each([
    ['function', { functionName: 'other' }],
    ['qualifier', { qualifier: 'live' }],
    ['payload', { payload: payload('{"a":2}') }],
    ['client context', { clientContext: '{}' }],
    ['invocation type', { invocationType: 'Event' as const }],
  ])('asks again when the %s has changed', (_what, change) => {
    const { guard, confirm, mustConfirm } = production();
    confirm(command(), name);
    expect(mustConfirm(command({ request: runRequest(change) }))).toBe(true);
    expect(guard(command({ request: runRequest(change) }))).toMatchObject({ ok: false });
    expect(mustConfirm(command({ connection: connection({ id: 'c2' }) }))).toBe(true);
    expect(mustConfirm(command({ draftId: 'd2' }))).toBe(true);
  });

  test('lets the same run pass again, but not at once: that is a press too many', () => {
    const { guard, confirm, clock } = production();
    confirm(command(), name);
    expect(guard(command())).toEqual({ ok: true });
    clock.ms = 1_900;
    expect(guard(command())).toMatchObject({ ok: false });
    clock.ms = 2_100;
    expect(guard(command())).toEqual({ ok: true });
  });

  test('confirms a series once, for its target and its number of runs, whatever the payloads', () => {
    const { guard, confirm, mustConfirm } = production();
    const series = { id: 's1', runs: 2, ofDraft: 'd1' };
    const row = (text: string) => command({ series, request: runRequest({ payload: payload(text) }) });
    expect(mustConfirm(row('1'))).toBe(true);
    expect(guard(row('1'))).toMatchObject({ refusal: { code: 'production-unconfirmed' } });
    expect(confirm(row('1'), name)).toBe(true);
    expect(guard(command({ series, request: runRequest({ functionName: 'other' }) }))).toMatchObject({
      ok: false,
    });
    expect(guard(row('1'))).toEqual({ ok: true });
    expect(guard(row('2'))).toEqual({ ok: true });
    expect(guard(row('3'))).toMatchObject({ ok: false });
    expect(guard(command())).toMatchObject({ ok: false });
    expect(mustConfirm(command({ series: { ...series, id: 's2' } }))).toBe(true);
  });

  test('asks for the bare name of an ARN, and nothing for a DryRun', () => {
    const { confirm, mustConfirm } = production();
    const functionName = 'arn:aws:lambda:eu-west-1:123456789012:function:hello:live';
    expect(confirm(command({ request: runRequest({ functionName }) }), name)).toBe(true);
    expect(mustConfirm(command({ request: runRequest({ invocationType: 'DryRun' }) }))).toBe(false);
  });
});

describe('credentials', () => {
  const verdict = (overrides: Partial<StoredConnection>, fill?: (keys: ReturnType<typeof setUp>) => void) => {
    const ports = setUp(overrides);
    fill?.(ports);
    return credentialsGuard({ ...ports, now: () => now })(command());
  };
  const keys = { accessKeyId: 'AKIA1', secretAccessKey: 's' };

  test.each([
    ['are missing', {}, 'no-credentials'],
    ['are locked away', { keep: 'vault' as const }, 'vault-locked'],
  ])('that %s are said before anything is signed', (_what, overrides, code) => {
    expect(verdict(overrides)).toMatchObject({ refusal: { code } });
  });

  test('that have ended hold a run back, and not a second before', () => {
    const until = (expiration: Date) =>
      verdict({}, ({ credentials }) => credentials.set('c1', { ...keys, expiration }));
    expect(until(new Date(now.getTime()))).toMatchObject({ refusal: { code: 'credentials-expired' } });
    expect(until(new Date(now.getTime() + 1_000))).toEqual({ ok: true });
  });

  test('of an MFA session need the session', () => {
    const signing = { type: 'session', mfaSerial: 'm', durationSeconds: null } as const;
    expect(verdict({ signing }, ({ credentials }) => credentials.set('c1', keys))).toMatchObject({
      refusal: { code: 'session-needed' },
    });
  });

  test.each(['dummy', 'anonymous'] as const)('are not asked of a connection that signs with %s', (type) => {
    expect(verdict({ signing: { type } })).toEqual({ ok: true });
  });
});

test.each([
  ['https://evil.example', false],
  ['https://lambda.eu-west-1.amazonaws.com.evil.example', false],
  ['https://lambda-fips.us-east-1.amazonaws.com', true],
  ['http://localhost:4566', true],
])('%s: allowed is %s', async (endpoint, allowed) => {
  const guard = originGuard(setUp().connections);
  const verdict = await guard(command({ connection: connection({ endpoint, kind: 'custom' }) }));
  expect(verdict.ok).toBe(allowed);
  if (!verdict.ok) expect(verdict.refusal.nextStep).toContain(`--endpoint ${endpoint}`);
});
