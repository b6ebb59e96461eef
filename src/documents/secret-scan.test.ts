import { expect, test } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { preset } from './preset.fixture.ts';
import { maskPreset, secretsInPreset } from './preset-secrets.ts';
import { changedBytes, findSecrets, maskKnown, maskSecrets } from './secret-scan.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const pem = '-----BEGIN RSA PRIVATE KEY-----\\nMIIEow==\\n-----END RSA PRIVATE KEY-----';

test.each([
  ['AWS access key ID', 'AKIAIOSFODNN7EXAMPLE'],
  ['AWS access key ID', 'ASIAIOSFODNN7EXAMPLE'],
  ['AWS secret access key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['AWS session token', 'FwoGZXIvYXdzEXAMPLE'],
  ['JSON Web Token', jwt],
  ['private key', pem],
])('finds an %s and covers exactly it', (kind, secret) => {
  const text = `{"a":"${secret}","b":1}`;
  expect(findSecrets(text)).toEqual([{ kind, start: 6, end: 6 + secret.length }]);
  expect(maskSecrets(text)).toBe(`{"a":"${'*'.repeat(secret.length)}","b":1}`);
});

test.each([
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  '7f83b165-7ff1-4c53-b92d-c18148a1d65d',
  'arn:aws:lambda:eu-west-1:123456789012:function:orders',
  '{"total": 12345678901234567890}',
])('leaves %s alone', (text) => {
  expect(findSecrets(text)).toEqual([]);
});

const kind = 'Secret of an environment';

test.each([
  ['as it is', 'blue-7', '{"a":"blue-7"}', '{"a":"******"}'],
  ['within a word when it is long', 'blue-7', 'xblue-7x', 'x******x'],
  ['as JSON writes it', 'a"b\\\nlong', String.raw`{"a":"a\"b\\\nlong"}`, `{"a":"${'*'.repeat(12)}"}`],
  ['short, but whole', '123', '{"pin":123,"n":"123","m":41234}', '{"pin":***,"n":"***","m":41234}'],
  ['twice', 'secret', 'secretsecret', '************'],
])('covers a known value %s', (...[, value, text, covered]) => {
  expect(maskSecrets(text, [value])).toBe(covered);
  expect(maskKnown(text, [value])).toBe(covered);
  expect(findSecrets(text, [value])[0]).toMatchObject({ kind });
  expect(findSecrets(text, [''])).toEqual([]);
});

test('covers a known value beyond ASCII in bytes, and no other byte', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const text = '{"ü":"grüße€😀","é":1}';
  const covered = changedBytes(bytes(text), (one) => maskKnown(one, ['grüße€😀']));
  expect(new TextDecoder().decode(covered)).toBe(`{"ü":"${'*'.repeat(14)}","é":1}`);
  expect(changedBytes(covered, (one) => maskKnown(one, ['grüße€😀']))).toBe(covered);
});

test('covers an unfinished private key to the end', () => {
  expect(maskSecrets('a -----BEGIN PRIVATE KEY-----\nMII')).toBe(`a ${'*'.repeat(31)}`);
});

// Quadratic patterns would take hours here, and the runner gives up after seconds.
test.each(['eyJ', 'AKIA', '-----BEGIN PRIVATE KEY-----', 'eyJaaaa.eyJ', 'FwoG/', '-----BEGIN '])(
  'comes to the end of 2 MB of %j',
  (unit) => {
    const text = unit.repeat(2_000_000 / unit.length);
    expect(maskSecrets(text)).toHaveLength(text.length);
  },
);

test('finds and covers secrets wherever a preset can hold them', () => {
  const secret = 'AKIAIOSFODNN7EXAMPLE';
  const one = preset({
    name: secret,
    description: `see ${secret}`,
    tags: [secret],
    request: {
      ...preset().request,
      payload: `{"k":"${secret}"}`,
      clientContext: secret,
      extra: { x: [{ y: secret }] },
    },
    extra: { note: secret },
  });
  expect(secretsInPreset(one).map(({ where }) => where)).toEqual([
    'name',
    'description',
    'tags',
    'request.payload',
    'request.clientContext',
    'request.x',
    'other keys.note',
  ]);
  expect(JSON.stringify(maskPreset(one))).not.toContain(secret);
  expect(secretsInPreset(maskPreset(one))).toEqual([]);
});

test('finds and covers a known value in a preset', () => {
  const one = preset({ request: { ...preset().request, payload: '{"colour":"blue-7"}' } });
  expect(secretsInPreset(one)).toEqual([]);
  expect(secretsInPreset(one, ['blue-7'])).toEqual([{ where: 'request.payload', kind }]);
  expect(maskPreset(one, ['blue-7']).request.payload).toBe('{"colour":"******"}');
});

test('covers a secret in a binary payload and no other byte', () => {
  const bytes = (text: string) => Uint8Array.from(`\xFF\x00${text}\xFE`, (one) => one.charCodeAt(0));
  const payload = encodeBase64(bytes('AKIAIOSFODNN7EXAMPLE '));
  const one = preset({ request: { ...preset().request, payload, payloadEncoding: 'base64' } });
  expect(maskPreset(one).request.payload).toBe(encodeBase64(bytes(`${'*'.repeat(20)} `)));
});
