import { describe, expect, test } from 'vitest';
import {
  device,
  formOf,
  cognito,
  role,
  session,
  signingSetUp,
  stsError,
  stsSession,
} from './signing.fixture.ts';

const later = '2026-11-22T13:00:00Z';

describe('AssumeRole', () => {
  test('is one signed POST to STS of the region, and gives the credentials with their end', async () => {
    const signing = { ...role, externalId: 'e & x', durationSeconds: 3600 };
    const { exchange, stored, sent } = signingSetUp({ signing }, stsSession(1, later));
    expect(await exchange(stored)).toEqual({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'made+1/=',
      sessionToken: 'token1',
      expiration: new Date(later),
    });
    const [request] = sent;
    expect(sent).toHaveLength(1);
    expect(request).toMatchObject({ method: 'POST', url: 'https://sts.eu-west-1.amazonaws.com/' });
    expect(request?.headers['authorization']).toContain('/eu-west-1/sts/aws4_request');
    expect(request && formOf(request)).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::123456789012:role/deploy',
      RoleSessionName: 'console',
      ExternalId: 'e & x',
      DurationSeconds: '3600',
    });
  });

  test('of a custom endpoint is asked there', async () => {
    const where = { endpoint: 'http://127.0.0.1:4566', kind: 'custom' } as const;
    const { exchange, stored, sent } = signingSetUp({ signing: role, ...where }, stsSession(1, later));
    await exchange(stored);
    expect(sent[0]?.url).toBe('http://127.0.0.1:4566/');
  });

  test('that is denied says so in the words of the service', async () => {
    const denied = stsError('AccessDenied', 'User me is not authorized to perform: sts:AssumeRole');
    const { exchange, stored } = signingSetUp({ signing: role }, denied);
    await expect(exchange(stored)).rejects.toMatchObject({
      message: expect.stringContaining('User me is not authorized to perform: sts:AssumeRole'),
      error: { kind: 'access-denied', code: 'AccessDenied' },
    });
  });

  test('whose answer holds no credentials is a failure that quotes none of it', async () => {
    const body = '<R><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>canary</SecretAccessKey></R>';
    const { exchange, stored } = signingSetUp({ signing: role }, { status: 200, body });
    const failure: unknown = await exchange(stored).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ error: { kind: 'bad-response' } });
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain('canary');
  });

  test('without keys asks nobody', async () => {
    const { exchange, stored, credentials, sent } = signingSetUp({ signing: role });
    credentials.set(stored.id, null);
    await expect(exchange(stored)).rejects.toThrow('The keys of this connection are missing');
    expect(sent).toEqual([]);
  });
});

describe('an MFA code', () => {
  test('opens a session of the user by GetSessionToken', async () => {
    const { exchange, stored, sent } = signingSetUp({ signing: session }, stsSession(1, later));
    expect(await exchange(stored, '123456')).toMatchObject({ accessKeyId: 'ASIA1' });
    expect(sent[0] && formOf(sent[0])).toEqual({
      Action: 'GetSessionToken',
      Version: '2011-06-15',
      DurationSeconds: '900',
      SerialNumber: device,
      TokenCode: '123456',
    });
  });

  test('goes with AssumeRole where the role wants one', async () => {
    const { exchange, stored, sent } = signingSetUp(
      { signing: { ...role, mfaSerial: device } },
      stsSession(1, later),
    );
    await exchange(stored, '123456');
    expect(sent[0] && formOf(sent[0])).toMatchObject({ SerialNumber: device, TokenCode: '123456' });
  });

  test.each([session, { ...role, mfaSerial: device }])(
    'that is missing asks nobody ($type)',
    async (signing) => {
      const { exchange, stored, sent } = signingSetUp({ signing });
      await expect(exchange(stored)).rejects.toThrow('The code of the MFA device is missing.');
      expect(sent).toEqual([]);
    },
  );

  test('is sent once, whatever becomes of it, and never shown', async () => {
    for (const step of [{ status: 503 }, { throw: new TypeError('Failed to fetch') }]) {
      const { exchange, stored, sent } = signingSetUp({ signing: session }, step);
      const failure: unknown = await exchange(stored, '918273').catch((thrown: unknown) => thrown);
      expect(sent).toHaveLength(1);
      expect(failure).toBeInstanceOf(Error);
      expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain('918273');
    }
  });
});

describe('an identity pool', () => {
  const made = {
    status: 200,
    body: JSON.stringify({
      Credentials: { AccessKeyId: 'ASIA2', SecretKey: 'made', SessionToken: 't', Expiration: 1_795_350_896 },
    }),
  };
  const found = { status: 200, body: '{"IdentityId":"eu-west-2:1-2"}' };

  test('gives a guest credentials, unsigned, in the region of the pool', async () => {
    const { exchange, stored, sent } = signingSetUp({ signing: cognito }, found, made);
    expect(await exchange(stored)).toEqual({
      accessKeyId: 'ASIA2',
      secretAccessKey: 'made',
      sessionToken: 't',
      expiration: new Date(1_795_350_896_000),
    });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://cognito-identity.eu-west-2.amazonaws.com/',
      'https://cognito-identity.eu-west-2.amazonaws.com/',
    ]);
    for (const { headers } of sent) expect(headers).not.toHaveProperty('authorization');
  });

  test('takes the login token of its provider in both calls', async () => {
    const signing = { ...cognito, provider: 'accounts.google.com' };
    const { exchange, stored, credentials, sent } = signingSetUp({ signing }, found, made);
    await expect(exchange(stored)).rejects.toThrow('The login token of accounts.google.com is missing');
    expect(sent).toEqual([]);
    credentials.setLoginToken(stored.id, 'jwt-1');
    await exchange(stored);
    for (const { body } of sent) {
      expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({
        Logins: { 'accounts.google.com': 'jwt-1' },
      });
    }
    expect(sent).toHaveLength(2);
  });

  test('that refuses says why, without the token', async () => {
    const refused = {
      status: 400,
      errortype: 'NotAuthorizedException',
      body: '{"message":"Unauthenticated access is not supported for this identity pool."}',
    };
    const signing = { ...cognito, provider: 'accounts.google.com' };
    const { exchange, stored, credentials } = signingSetUp({ signing }, refused);
    credentials.setLoginToken(stored.id, 'jwt-canary');
    const failure: unknown = await exchange(stored).catch((thrown: unknown) => thrown);
    expect(String(failure)).toContain('Unauthenticated access is not supported');
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain('canary');
  });
});
