import { describe, expect, test } from 'vitest';
import type { Step } from '../core/sending.fixture.ts';
import { currentSigner } from './signing-credentials.ts';
import {
  device,
  formOf,
  keys,
  noon,
  role,
  session,
  signingSetUp,
  stsError,
  stsSession,
} from './signing.fixture.ts';

const inAnHour = '2026-11-22T13:00:00Z';
const invoke = { functionName: 'f' };
const ran: Step = { status: 200, body: '"ok"' };

/** STS answers with sessions 1, 2, … that last an hour of `clock`; Lambda with what `lambda` says. */
function renewing(lambda: () => Step = () => ran) {
  let number = 0;
  const service = (request: { url: string }): Response => {
    const now = setUp.clock.now.getTime();
    const step = request.url.includes('sts.')
      ? stsSession((number += 1), new Date(now + 3_600_000).toISOString())
      : lambda();
    if (typeof step === 'function' || !('status' in step)) throw new Error('Answers only.');
    const headers = step.errortype === undefined ? {} : { 'x-amzn-errortype': step.errortype };
    return new Response(step.body ?? '{}', { status: step.status, headers });
  };
  const setUp = signingSetUp({ signing: role }, service);
  return setUp;
}

function tokensOf(sent: { url: string; headers: Record<string, string> }[]) {
  return sent.map(({ url, headers }) =>
    url.includes('sts.') ? 'sts' : (headers['x-amz-security-token'] ?? 'none'),
  );
}

describe('the session of a role', () => {
  test('is made once for calls that come together, also of clients of other retry modes', async () => {
    const { clientFor, stored, sent } = renewing();
    const [safe, off] = [clientFor(stored, 'safe'), clientFor(stored, 'off')];
    const results = await Promise.all([safe.invoke(invoke), safe.invoke(invoke), off.invoke(invoke)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(tokensOf(sent)).toEqual(['sts', 'token1', 'token1', 'token1']);
  });

  test('is renewed a minute before its end, once for all', async () => {
    const { clientFor, stored, sent, clock } = renewing();
    await clientFor(stored, 'safe').invoke(invoke);
    clock.now = new Date(Date.parse(inAnHour) - 60_001);
    await clientFor(stored, 'safe').invoke(invoke);
    clock.now = new Date(Date.parse(inAnHour) - 60_000);
    await Promise.all([clientFor(stored, 'safe').invoke(invoke), clientFor(stored, 'off').invoke(invoke)]);
    expect(tokensOf(sent)).toEqual(['sts', 'token1', 'token1', 'sts', 'token2', 'token2']);
  });

  test('that the service calls expired is renewed, and the run goes on', async () => {
    let refusals = 1;
    const { clientFor, stored, sent } = renewing(() =>
      (refusals -= 1) >= 0 ? { status: 403, errortype: 'ExpiredTokenException' } : ran,
    );
    expect((await clientFor(stored, 'safe').invoke(invoke)).ok).toBe(true);
    expect(tokensOf(sent)).toEqual(['sts', 'token1', 'sts', 'token2']);
  });

  test('that can not be made sends no run and says why; the next press asks again', async () => {
    const denied = stsError('AccessDenied', 'not authorized to perform: sts:AssumeRole');
    const { clientFor, stored, sent } = signingSetUp({ signing: role }, denied, stsSession(1, inAnHour), ran);
    const refused = await clientFor(stored, 'safe').invoke(invoke);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'credentials', mayHaveRun: 'no' } });
    expect(!refused.ok && refused.error.message).toContain('not authorized to perform: sts:AssumeRole');
    expect(tokensOf(sent)).toEqual(['sts']);
    expect((await clientFor(stored, 'safe').invoke(invoke)).ok).toBe(true);
  });

  test('made for keys that were replaced meanwhile signs nothing', async () => {
    let replace = (): void => undefined;
    const setUp = signingSetUp({ signing: role }, () => {
      replace();
      return new Response(sessionText, { status: 200 });
    });
    const { clientFor, stored, sent, credentials } = setUp;
    replace = () => credentials.set(stored.id, { ...keys, accessKeyId: 'AKIANEW' });
    expect(await clientFor(stored, 'safe').invoke(invoke)).toMatchObject({ ok: false });
    expect(sent).toHaveLength(1);
    expect(credentials.session(stored.id)).toBeUndefined();
  });
});

const sessionText =
  '<R><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken></R>';

describe('a session that an MFA code opened', () => {
  test.each([session, { ...role, mfaSerial: device }])(
    'is never renewed by itself ($type)',
    async (signing) => {
      const expired: Step = { status: 403, errortype: 'ExpiredTokenException' };
      const { checks, clientFor, stored, sent, clock, credentials } = signingSetUp(
        { signing },
        stsSession(1, inAnHour),
        expired,
      );
      expect(await checks.openSession(stored, '123456')).toBeNull();
      clock.now = new Date(Date.parse(inAnHour) + 1);
      const result = await clientFor(stored, 'safe').invoke(invoke);
      expect(result).toMatchObject({
        ok: false,
        error: { kind: 'credentials', code: 'ExpiredTokenException' },
      });
      expect(sent.filter((one) => formOf(one)['TokenCode'])).toHaveLength(1);
      expect(currentSigner(stored, credentials)?.expiration).toEqual(new Date(inAnHour));
      expect(clock.now > noon).toBe(true);
    },
  );
});
