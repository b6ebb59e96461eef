import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '@aws-crypto/sha256-browser';
import { describe, expect, inject, test } from 'vitest';
import lambdaVectors from '../../tests/vectors/sigv4-lambda.json';
import { createHash, hashByWebCrypto, hashInJavaScript, type Hash } from './hash.ts';
import { exampleKeys, exampleSession, noon } from './sending.fixture.ts';
import {
  signableRequest,
  signerOptions,
  signingContext,
  type SigningVector,
} from './sigv4-vectors.fixture.ts';
import { createSigner } from './sign.ts';

const hashes = { WebCrypto: hashByWebCrypto, JavaScript: hashInJavaScript };

describe.each(Object.entries(hashes))('with %s', (_, hash) => {
  const ofLambda = (lambdaVectors as unknown as { cases: SigningVector[] }).cases;

  test.each(ofLambda)('signs as botocore does: $name', async (vector) => {
    await expectSignature(hash, vector);
  });

  const suite = inject('externalVectors')?.['sigv4-suite'];
  if (suite === undefined) {
    test.skip('AWS signing suite (skipped: CONSOLE_VECTORS not set)', () => undefined);
  } else {
    const { cases } = JSON.parse(suite) as { cases: SigningVector[] };
    test('the AWS signing suite has 38 cases', () => expect(cases).toHaveLength(38));
    test.each(cases)('AWS signing suite: $name', async (vector) => {
      await expectSignature(hash, vector);
    });
  }
});

async function expectSignature(hash: Hash, vector: SigningVector): Promise<void> {
  const sign = createSigner(hash, signerOptions(vector));
  const signed = await sign(signableRequest(vector), signingContext(vector));
  const { canonicalRequest, stringToSign, authorization } = vector.expected.header;
  expect(signed.canonicalRequest).toBe(canonicalRequest);
  expect(signed.stringToSign).toBe(stringToSign);
  expect(signed.headers['authorization']).toBe(authorization);
}

const arnRequest = {
  method: 'POST',
  host: 'lambda.us-west-2.amazonaws.com',
  path: '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-west-2%3A123456789012%3Afunction%3Af/invocations',
  query: [['Qualifier', '$LATEST']] as const,
  headers: { 'content-type': 'application/octet-stream', 'x-amzn-trace-id': 'Root=1-0-0' },
  body: new TextEncoder().encode('{"a":1}'),
};

test('gives the same authorization as the signer of the SDKs', async () => {
  const signed = await createSigner(hashByWebCrypto)(arnRequest, {
    source: exampleSession,
    region: 'us-west-2',
    service: 'lambda',
    date: noon,
  });
  const reference = new SignatureV4({
    credentials: exampleSession,
    region: 'us-west-2',
    service: 'lambda',
    sha256: Sha256,
  });
  const { headers } = await reference.sign(
    {
      ...arnRequest,
      protocol: 'https:',
      hostname: arnRequest.host,
      query: { Qualifier: '$LATEST' },
      headers: { ...arnRequest.headers, host: arnRequest.host },
    },
    { signingDate: noon },
  );
  const { host: _, ...expected } = headers;
  expect(signed.headers).toEqual(expected);
});

test('signs the same key again without deriving it, until the day or the secret changes', async () => {
  let keyed = 0;
  class CountingSha256 extends Sha256 {
    constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
      super(secret);
      if (secret !== undefined) keyed += 1;
    }
  }
  const sign = createSigner(createHash(CountingSha256));
  const context = { source: exampleKeys, region: 'us-west-2', service: 'lambda', date: noon };
  await sign(arnRequest, context);
  expect(keyed).toBe(5);
  await sign(arnRequest, { ...context, date: new Date(noon.getTime() + 3_600_000) });
  expect(keyed).toBe(6);
  await sign(arnRequest, { ...context, date: new Date(noon.getTime() + 86_400_000) });
  expect(keyed).toBe(11);
  await sign(arnRequest, { ...context, source: { ...exampleKeys, secretAccessKey: 'another' } });
  expect(keyed).toBe(16);
});

test('repeated query keys are sorted by value', async () => {
  const query = [
    ['Statuses', 'SUCCEEDED'],
    ['Statuses', 'FAILED'],
    ['A', ''],
  ] as const;
  const sign = createSigner(hashByWebCrypto);
  const context = { source: exampleKeys, region: 'us-west-2', service: 'lambda', date: noon };
  const { canonicalRequest } = await sign({ ...arnRequest, query }, context);
  expect(canonicalRequest.split('\n')[2]).toBe('A=&Statuses=FAILED&Statuses=SUCCEEDED');
});
