import { Sha256 } from '@aws-crypto/sha256-browser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBytes, toHex } from './bytes.ts';
import { createInvokeClient } from './client.ts';
import { createHash, hashByWebCrypto, hashInJavaScript, type HmacKey } from './hash.ts';
import { configured, exampleSession, playing } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

const hashes = {
  WebCrypto: hashByWebCrypto,
  JavaScript: hashInJavaScript,
  'a class that is given': createHash(Sha256),
};

/** What sha256-browser gives, whose class takes its data and its key as they are. */
async function reference(data: string | Uint8Array, key?: string | Uint8Array): Promise<Uint8Array> {
  const hash = new Sha256(key);
  hash.update(data);
  return new Uint8Array(await hash.digest());
}

describe.each(Object.entries(hashes))('by %s', (_, hash) => {
  const hashed = async (data: string | Uint8Array, key?: HmacKey) =>
    new Uint8Array(toBytes(await hash(data, key)));

  test('hashes are those that the standard gives', async () => {
    expect(toHex(await hash(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(await hash('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('hashes are those of sha256-browser, with a key or without', async () => {
    const data = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }));
    const secret = fc.option(
      fc.oneof(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1, maxLength: 130 })),
      { nil: undefined },
    );
    await fc.assert(
      fc.asyncProperty(data, secret, async (given, key) => {
        expect(await hashed(given, key)).toEqual(await reference(given, key));
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  test('a long text is hashed to its end, wherever its characters fall', async () => {
    for (const length of [4095, 4096, 4097, 10_000]) {
      const text = `${'x'.repeat(length - 2)}€é`;
      expect(await hashed(text)).toEqual(await reference(text));
    }
  });

  test('hashes that are begun together do not mix', async () => {
    const texts = Array.from({ length: 20 }, (__, index) => String(index).repeat(index * 20));
    const together = await Promise.all(texts.map((text) => hashed(text, 'key')));
    for (const [index, text] of texts.entries())
      expect(together[index]).toEqual(await reference(text, 'key'));
  });

  test('a CryptoKey signs as its bytes do', async () => {
    const bytes = new TextEncoder().encode('key');
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['sign']);
    expect(await hashed('text', key)).toEqual(await reference('text', 'key'));
  });
});

test('WebCrypto is used where there is one', () => {
  expect(createHash(undefined)).toBe(hashByWebCrypto);
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
