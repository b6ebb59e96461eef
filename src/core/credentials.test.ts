import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CredentialSource } from './client-types.ts';
import { importSigningKey } from './import-signing-key.ts';
import { configured, deferred, exampleKeys, exampleSession, noon, playing } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

const inOneMinute = new Date(noon.getTime() + 60_000);

describe('an async provider', () => {
  test('is asked once for many calls, also when they come together', async () => {
    let asked = 0;
    const given = deferred<CredentialSource>();
    const credentials = () => {
      asked += 1;
      return given.promise;
    };
    const { fetch, sent } = playing();
    const client = createInvokeClient(configured({ fetch, credentials }));
    const together = [client.invoke({ functionName: 'f' }), client.invoke({ functionName: 'f' })];
    given.resolve(exampleSession);
    await Promise.all(together);
    await client.invoke({ functionName: 'f' });
    expect(asked).toBe(1);
    expect(sent).toHaveLength(3);
    for (const request of sent) expect(await verifySignature(request, exampleSession)).toBe('valid');
  });

  test('is refreshed once when its credentials have expired', async () => {
    let asked = 0;
    let now = noon;
    const credentials = async () => {
      asked += 1;
      return {
        ...exampleSession,
        sessionToken: `token-${asked}`,
        expiration: new Date(now.getTime() + 60_000),
      };
    };
    const { fetch, sent } = playing();
    const client = createInvokeClient(configured({ fetch, credentials, now: () => now }));
    await client.invoke({ functionName: 'f' });
    now = new Date(inOneMinute.getTime() - 1);
    await client.invoke({ functionName: 'f' });
    now = inOneMinute;
    await Promise.all([client.invoke({ functionName: 'f' }), client.invoke({ functionName: 'f' })]);
    expect(asked).toBe(2);
    expect(sent.map(({ headers }) => headers['x-amz-security-token'])).toEqual([
      'token-1',
      'token-1',
      'token-2',
      'token-2',
    ]);
  });

  test('is refreshed once when the service says that they have expired', async () => {
    let asked = 0;
    const credentials = async () => {
      asked += 1;
      return { ...exampleSession, sessionToken: `token-${asked}` };
    };
    const expired = { status: 403, errortype: 'ExpiredTokenException' };
    const recovering = playing(expired, { status: 200 });
    const result = await createInvokeClient(configured({ ...recovering, credentials })).invoke({
      functionName: 'f',
    });
    expect(result.ok).toBe(true);
    expect(recovering.sent.map(({ headers }) => headers['x-amz-security-token'])).toEqual([
      'token-1',
      'token-2',
    ]);

    const hopeless = playing(expired);
    const refused = await createInvokeClient(configured({ ...hopeless, credentials })).invoke({
      functionName: 'f',
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'credentials', code: 'ExpiredTokenException', mayHaveRun: 'no' },
    });
    expect(hopeless.sent).toHaveLength(2);
  });

  test('that fails sends nothing, is not remembered, and is asked again', async () => {
    let asked = 0;
    const credentials = async () => {
      asked += 1;
      if (asked === 1) throw new Error('Single sign-on has ended, profile sso/AbCdEf0123456789abcdef');
      return exampleKeys;
    };
    const { fetch, sent } = playing();
    const client = createInvokeClient(configured({ fetch, credentials }));
    const failed = await client.invoke({ functionName: 'f' });
    expect(failed).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'credentials', mayHaveRun: 'no' },
    });
    if (!failed.ok)
      expect(failed.error.message).toBe(
        'The credential provider failed: Single sign-on has ended, profile ***',
      );
    expect(sent).toEqual([]);
    expect((await client.invoke({ functionName: 'f' })).ok).toBe(true);
  });
});

describe('credentials that would break a header are refused without being shown', () => {
  const nul = String.fromCharCode(0);
  test.each([
    ['no key id', { ...exampleKeys, accessKeyId: '' }],
    ['a key id with a line break', { ...exampleKeys, accessKeyId: 'AKIA\nX' }],
    ['no secret', { ...exampleKeys, secretAccessKey: '' }],
    ['a secret with a trailing space', { ...exampleKeys, secretAccessKey: 'secret-canary ' }],
    ['a token with a line break', { ...exampleKeys, sessionToken: 'token-canary\r\nx: y' }],
    ['a token with a NUL', { ...exampleKeys, sessionToken: `token-canary${nul}` }],
    ['a token outside ASCII', { ...exampleKeys, sessionToken: 'token-canary-é' }],
    ['nothing at all', undefined as unknown as CredentialSource],
  ])('%s', async (_, source) => {
    const { fetch, sent } = playing();
    const result = await createInvokeClient(configured({ fetch, credentials: async () => source })).invoke({
      functionName: 'f',
    });
    expect(result).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'credentials', mayHaveRun: 'no' },
    });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(sent).toEqual([]);
  });
});

describe('a non-extractable signing key', () => {
  test('signs without the secret being held', async () => {
    const signingKey = await importSigningKey(exampleSession.secretAccessKey);
    expect(signingKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', signingKey)).rejects.toThrow();
    const { accessKeyId, sessionToken } = exampleSession;
    const { fetch, sent } = playing();
    const client = createInvokeClient(
      configured({ fetch, credentials: { accessKeyId, sessionToken, signingKey } }),
    );
    expect((await client.invoke({ functionName: 'f', payload: '{}' })).ok).toBe(true);
    expect((await client.invoke({ functionName: 'g', payload: '{}' })).ok).toBe(true);
    for (const request of sent) expect(await verifySignature(request, exampleSession)).toBe('valid');
  });

  test('that cannot sign is refused', async () => {
    const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const verifyOnly = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(32),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    const sha1 = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(32),
      { name: 'HMAC', hash: 'SHA-1' },
      false,
      ['sign'],
    );
    for (const signingKey of [aes, verifyOnly, sha1]) {
      const { fetch, sent } = playing();
      const credentials = { accessKeyId: exampleKeys.accessKeyId, signingKey };
      const result = await createInvokeClient(configured({ fetch, credentials })).invoke({
        functionName: 'f',
      });
      expect(result).toMatchObject({ ok: false, error: { kind: 'credentials', mayHaveRun: 'no' } });
      expect(sent).toEqual([]);
    }
  });
});

test('an empty session token is none', async () => {
  const { fetch, sent } = playing();
  await createInvokeClient(configured({ fetch, credentials: { ...exampleKeys, sessionToken: '' } })).invoke({
    functionName: 'f',
  });
  expect(sent[0]?.headers).not.toHaveProperty('x-amz-security-token');
});

test('a fixed set that looks expired is sent: the service decides by its own clock', async () => {
  const { fetch, sent } = playing();
  const credentials = { ...exampleSession, expiration: new Date(0) };
  expect(
    (await createInvokeClient(configured({ fetch, credentials })).invoke({ functionName: 'f' })).ok,
  ).toBe(true);
  expect(sent).toHaveLength(1);
});
