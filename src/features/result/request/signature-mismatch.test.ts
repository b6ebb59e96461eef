import { describe, expect, test } from 'vitest';
import {
  canonicalLines,
  compareCanonicalRequests,
  compareStringsToSign,
  mismatchMeaning,
  serviceSideOf,
} from './signature-mismatch.ts';

const canonical = (path: string, token = '\u2026', more = ''): string =>
  [
    'POST',
    path,
    'Qualifier=1',
    'content-type:application/octet-stream',
    'host:lambda.eu-west-1.amazonaws.com',
    `x-amz-security-token:${token}${more}`,
    '',
    'content-type;host;x-amz-security-token',
    'e3b0c442',
  ].join('\n');

const toSign = 'AWS4-HMAC-SHA256\n20260501T100000Z\n20260501/eu-west-1/lambda/aws4_request\nabc';

const message = (text: string): string =>
  'The request signature we calculated does not match the signature you provided.\n\n' +
  `The Canonical String for this request should have been\n'${text}'\n\nThe String-to-Sign should have been\n'${toSign}'\n`;

describe('the service’s side', () => {
  test('is read from its message', () => {
    const text = canonical("/it's/a path");
    expect(serviceSideOf(message(text))).toEqual({ canonicalRequest: text, stringToSign: toSign });
  });

  test('may be missing or cut', () => {
    expect(serviceSideOf('The security token is invalid.')).toBeNull();
    expect(serviceSideOf(message('POST').slice(0, 160))).toMatchObject({ stringToSign: null });
  });
});

describe('a comparison', () => {
  test('names each line', () => {
    expect(canonicalLines(canonical('/x')).map(({ label }) => label)).toEqual([
      'method',
      'path',
      'query',
      'content-type',
      'host',
      'x-amz-security-token',
      'signed headers',
      'payload hash',
    ]);
  });

  test('of the same text blames the key, and does not look at what is hidden', () => {
    const lines = compareCanonicalRequests(canonical('/x'), canonical('/x', '***'));
    expect(lines.map(({ state }) => state)).toEqual([
      ...Array<string>(5).fill('same'),
      'secret',
      'same',
      'same',
    ]);
    expect(mismatchMeaning(lines)).toContain('check the secret access key');
  });

  test('marks what was changed on the way, and what was added', () => {
    const lines = compareCanonicalRequests(
      canonical('/x'),
      canonical('/y', '***', '\nx-forwarded-for:1.2.3.4'),
    );
    expect(lines.filter(({ state }) => state === 'differs')).toEqual([
      { label: 'path', ours: '/x', theirs: '/y', state: 'differs' },
      { label: 'x-forwarded-for', ours: null, theirs: 'x-forwarded-for:1.2.3.4', state: 'differs' },
    ]);
    expect(mismatchMeaning(lines)).toContain('path, x-forwarded-for');
  });

  test('of the strings to sign names time and scope', () => {
    const other = toSign.replace('eu-west-1', 'us-east-1');
    expect(compareStringsToSign(toSign, other).filter(({ state }) => state === 'differs')).toMatchObject([
      { label: 'scope' },
    ]);
  });
});
