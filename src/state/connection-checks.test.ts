import { describe, expect, test } from 'vitest';
import {
  keys,
  noon,
  role,
  session,
  signingSetUp,
  stsError,
  stsIdentity,
  stsSession,
} from './signing.fixture.ts';

const inAnHour = '2026-11-22T13:00:00Z';

function told({ notices }: ReturnType<typeof signingSetUp>): string[] {
  return notices.getState().notices.map(({ text }) => text);
}

function identityOf({ connections, stored }: ReturnType<typeof signingSetUp>) {
  return connections.getState().identities[stored.id];
}

describe('whose credentials they are', () => {
  test('is asked by GetCallerIdentity, shown, and the account kept', async () => {
    const setUp = signingSetUp({}, stsIdentity);
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toEqual({
      state: 'known',
      account: '123456789012',
      arn: 'arn:aws:iam::123456789012:user/me',
    });
    expect(setUp.connections.getState().connections[0]?.accountId).toBe('123456789012');
    expect(told(setUp)).toEqual([]);
  });

  test.each([
    ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
    ['SignatureDoesNotMatch', 'The request signature we calculated does not match.'],
    ['ExpiredToken', 'The security token included in the request is expired'],
  ])('%s is told at once, after one request', async (code, message) => {
    const setUp = signingSetUp({}, stsError(code, message));
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toEqual({ state: 'rejected', message });
    expect(told(setUp)).toEqual([`The credentials of Orders, test were rejected. ${message}`]);
    expect(setUp.sent).toHaveLength(1);
  });

  test('a wrong key below a role is told as one, and better keys take the words back', async () => {
    const wrong = stsError('InvalidClientTokenId', 'The security token is invalid.');
    const setUp = signingSetUp({ signing: role }, wrong, stsSession(1, inAnHour), stsIdentity);
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toMatchObject({ state: 'rejected' });
    expect(told(setUp)).toHaveLength(1);
    setUp.credentials.set(setUp.stored.id, { ...keys, accessKeyId: 'AKIABETTER' });
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toMatchObject({ state: 'known' });
    expect(told(setUp)).toEqual([]);
    expect(setUp.sent).toHaveLength(3);
  });

  test('a denied role is told in the service’s words, and does not make the keys wrong', async () => {
    const denied = stsError('AccessDenied', 'me may not perform: sts:AssumeRole');
    const setUp = signingSetUp({ signing: role }, denied);
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toMatchObject({ state: 'unknown' });
    expect(told(setUp)[0]).toContain('me may not perform: sts:AssumeRole');
  });

  test('a denied GetCallerIdentity is no silence of STS', async () => {
    const setUp = signingSetUp({}, stsError('AccessDenied', 'Denied by the VPC endpoint policy.'));
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toEqual({ state: 'unknown', message: 'Denied by the VPC endpoint policy.' });
  });

  test('a clock that is wrong is told as such, and never as a wrong key', async () => {
    const message = 'Signature expired: 20261122T120000Z is now earlier than 20261122T130000Z';
    const setUp = signingSetUp({}, stsError('SignatureDoesNotMatch', message));
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toMatchObject({ state: 'unknown', message: expect.stringMatching(/clock/i) });
    expect(told(setUp)[0]).toMatch(/clock/i);
  });

  test.each([{}, { signing: role }])('no answer says nothing about the keys (%o)', async (overrides) => {
    const setUp = signingSetUp(overrides, { throw: new TypeError('Failed to fetch') });
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toMatchObject({ state: 'unknown', message: /STS did not answer/ });
    expect(told(setUp)).toEqual([]);
  });

  test('an answer about keys that were replaced meanwhile is dropped', async () => {
    let replace = (): void => undefined;
    const setUp = signingSetUp({}, () => {
      replace();
      return new Response('<Error><Code>InvalidClientTokenId</Code><Message>m</Message></Error>', {
        status: 403,
      });
    });
    replace = () => setUp.credentials.set(setUp.stored.id, { ...keys, accessKeyId: 'AKIANEW' });
    await setUp.checks.identify(setUp.stored);
    expect(identityOf(setUp)).toBeUndefined();
    expect(told(setUp)).toEqual([]);
  });

  test('an edit that was saved while STS was asked stays, and what was deleted does not come back', async () => {
    let meanwhile = (): void => undefined;
    const setUp = signingSetUp({}, () => {
      meanwhile();
      return new Response('<R><Arn>a</Arn><UserId>u</UserId><Account>123456789012</Account></R>');
    });
    const { connections, stored, checks } = setUp;
    meanwhile = () => connections.getState().actions.save({ ...stored, production: true, name: 'Orders' });
    await checks.identify(stored);
    expect(connections.getState().connections[0]).toMatchObject({
      production: true,
      name: 'Orders',
      accountId: '123456789012',
    });
  });
});

describe('a code', () => {
  test('opens the session that signs from then on', async () => {
    const setUp = signingSetUp({ signing: session }, stsSession(1, inAnHour), stsIdentity);
    expect(await setUp.checks.openSession(setUp.stored, '123456')).toBeNull();
    expect(setUp.credentials.session(setUp.stored.id)).toMatchObject({ sessionToken: 'token1' });
    expect(setUp.connections.getState().expirations[setUp.stored.id]).toEqual(new Date(inAnHour));
    expect(new Date(inAnHour) > noon).toBe(true);
  });

  test('that is wrong leaves no session and says what STS said', async () => {
    const wrong = stsError(
      'AccessDenied',
      'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    );
    const setUp = signingSetUp({ signing: session }, wrong);
    expect(await setUp.checks.openSession(setUp.stored, '000000')).toContain(
      'invalid MFA one time pass code',
    );
    expect(setUp.credentials.session(setUp.stored.id)).toBeUndefined();
    expect(setUp.sent).toHaveLength(1);
  });
});
