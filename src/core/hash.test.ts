import { Sha256 } from '@aws-crypto/sha256-browser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import { defaultSha256, hmac, PortableSha256, sha256Hex, WebCryptoSha256 } from './hash.ts';
import { configured, exampleSession, playing } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

const hashes = { WebCryptoSha256, PortableSha256 };

describe.each(Object.entries(hashes))('%s', (_, Hash) => {
  test('knows the hashes that the standard gives', async () => {
    expect(await sha256Hex(Hash, '')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(await sha256Hex(Hash, 'abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('gives what sha256-browser gives, in one piece or many, with a key or without', async () => {
    const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string()), { maxLength: 4 });
    const secret = fc.option(
      fc.oneof(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1, maxLength: 130 })),
      { nil: undefined },
    );
    await fc.assert(
      fc.asyncProperty(pieces, secret, async (parts, key) => {
        const ours = new Hash(key);
        const theirs = new Sha256(key);
        for (const part of parts) {
          ours.update(part);
          theirs.update(part);
        }
        expect(await ours.digest()).toEqual(await theirs.digest());
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  test('reads a view by its bytes, and begins anew after a reset', async () => {
    const wide = new Uint16Array([1, 2, 3]);
    const hash = new Hash();
    hash.update('forgotten');
    hash.reset();
    hash.update(wide.subarray(1));
    const same = new Hash();
    same.update(new Uint8Array([2, 0, 3, 0]).buffer);
    expect(await hash.digest()).toEqual(await same.digest());
  });
});

test('a CryptoKey signs as its bytes do, whatever class is configured', async () => {
  const bytes = new TextEncoder().encode('key');
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const expected = await hmac(WebCryptoSha256, 'key', 'text');
  expect(await hmac(WebCryptoSha256, key, 'text')).toEqual(expected);
  expect(await hmac(PortableSha256, key, 'text')).toEqual(expected);
  expect(await hmac(PortableSha256, bytes, 'text')).toEqual(expected);
});

test('WebCrypto is used where there is one', () => {
  expect(defaultSha256()).toBe(WebCryptoSha256);
});

test('where there is no WebCrypto, requests are signed all the same', async () => {
  const { fetch, sent } = playing();
  const platform = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  const real = crypto;
  const insecure = { getRandomValues: (array: Uint8Array<ArrayBuffer>) => real.getRandomValues(array) };
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: insecure });
  try {
    const { randomUUID: _, ...config } = configured({ fetch, credentials: exampleSession });
    const result = await createInvokeClient(config).invoke({ functionName: 'f', payload: '{"a":1}' });
    expect(result.ok).toBe(true);
  } finally {
    if (platform) Object.defineProperty(globalThis, 'crypto', platform);
    else Reflect.deleteProperty(globalThis, 'crypto');
  }
  const [request] = sent;
  expect(request?.headers['amz-sdk-invocation-id']).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  if (request) expect(await verifySignature(request, exampleSession)).toBe('valid');
});
