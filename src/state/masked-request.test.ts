import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PreparedRequest } from '../core/index.ts';
import { createInvokeClient } from '../core/index.ts';
import { maskRequest } from './masked-request.ts';

const secrets = {
  accessKeyId: 'ASIACANARYKEYID12345',
  secretAccessKey: 'canarySecretAccessKey',
  sessionToken: 'canarySessionToken//==',
};

async function signed(): Promise<PreparedRequest> {
  const client = createInvokeClient({ region: 'eu-west-1', credentials: secrets });
  const prepared = await client.prepare({
    functionName: 'hello',
    qualifier: '1',
    logType: 'Tail',
    payload: '{}',
  });
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.request;
}

test('shows how a request was signed, but nothing that could sign or send it again', async () => {
  const request = await signed();
  const signature = /Signature=([0-9a-f]{64})/.exec(request.headers['authorization'] ?? '')?.[1];
  expect(signature).toBeDefined();
  const masked = maskRequest(request);
  const shown = JSON.stringify(masked);
  for (const secret of [...Object.values(secrets), String(signature)]) expect(shown).not.toContain(secret);
  expect(masked.headers['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=ASIA\u2026\/\d{8}\/eu-west-1\/lambda\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=\u2026$/,
  );
  expect(masked.canonicalRequest).toContain('\nx-amz-security-token:\u2026\n');
});

test('leaves everything else readable', async () => {
  const request = await signed();
  const masked = maskRequest(request);
  expect(masked).toMatchObject({
    method: 'POST',
    url: request.url,
    body: request.body,
    stringToSign: request.stringToSign,
    signedHeaders: request.signedHeaders,
  });
  const lines = (text: string): string[] =>
    text.split('\n').filter((line) => !line.startsWith('x-amz-security-token'));
  expect(lines(masked.canonicalRequest)).toEqual(lines(request.canonicalRequest));
  expect(masked.headers['x-amz-date']).toBe(request.headers['x-amz-date']);
});

test('masks every header that it does not know, and an authorization of another form', () => {
  const odd = fc.constantFrom('AWS4-HMAC-SHA256 Credential=', 'Bearer ', 'Signature=', '');
  fc.assert(
    fc.property(odd, fc.stringMatching(/^[a-z0-9 ,=/]{0,30}$/), (start, rest) => {
      const value = `${start}canary${rest}`;
      const masked = maskRequest({
        method: 'POST',
        url: 'https://lambda.eu-west-1.amazonaws.com/',
        headers: { authorization: value, 'x-new-header': value },
        canonicalRequest: `POST\n/\n\nauthorization:${value}\nx-new-header:${value}\n\nhost\nhash`,
        stringToSign: '',
        signedHeaders: [],
      });
      expect(JSON.stringify(masked)).not.toContain(value);
      expect(masked.headers['x-new-header']).toBe('\u2026');
    }),
  );
});
