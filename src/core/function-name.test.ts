import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import { createInvokeClient } from './client.ts';
import { parseFunctionName } from './function-name.ts';
import { configured, playing } from './sending.fixture.ts';

describe('accepts what the API accepts, and takes it apart', () => {
  test.each([
    ['my-function', { name: 'my-function' }],
    ['my-function:PROD', { name: 'my-function', qualifier: 'PROD' }],
    ['my-function:$LATEST', { name: 'my-function', qualifier: '$LATEST' }],
    ['my-function:$LATEST.PUBLISHED', { name: 'my-function', qualifier: '$LATEST.PUBLISHED' }],
    ['my-function:42', { name: 'my-function', qualifier: '42' }],
    ['team.my_function-2', { name: 'team.my_function-2' }],
    ['function:f', { name: 'f' }],
    ['function', { name: 'function' }],
    ['123456789012', { name: '123456789012' }],
    ['123456789012:f', { name: 'f', account: '123456789012' }],
    ['123456789012:function:f:PROD', { name: 'f', account: '123456789012', qualifier: 'PROD' }],
    ['eu-west-1:123456789012:function:f', { name: 'f', account: '123456789012', region: 'eu-west-1' }],
    [
      'arn:aws:lambda:us-west-2:123456789012:function:f:v1',
      { name: 'f', account: '123456789012', region: 'us-west-2', partition: 'aws', qualifier: 'v1' },
    ],
    [
      'arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f',
      { name: 'f', account: '123456789012', region: 'us-gov-west-1', partition: 'aws-us-gov' },
    ],
    [
      'arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:f',
      { name: 'f', account: '123456789012', region: 'eusc-de-east-1', partition: 'aws-eusc' },
    ],
    [
      'arn:aws-iso-b:lambda:us-isob-east-1:123456789012:function:f',
      { name: 'f', account: '123456789012', region: 'us-isob-east-1', partition: 'aws-iso-b' },
    ],
    // The service looks for a function called "function" here, and so do we.
    [
      'arn:aws:lambda:us-east-1:123456789012:function',
      { name: 'function', account: '123456789012', region: 'us-east-1', partition: 'aws' },
    ],
    ['a'.repeat(256), { name: 'a'.repeat(256) }],
  ])('%s', (text, parts) => {
    expect(parseFunctionName(text)).toEqual({ ok: true, ...parts });
  });
});

describe('refuses what it does not, and says why', () => {
  test.each([
    ['', 'A function name is needed'],
    ['.', '"." can\'t be a function name: a URL would fold it away.'],
    ['..', '".." can\'t be a function name: a URL would fold it away.'],
    ['..:PROD', '".." can\'t be a function name: a URL would fold it away.'],
    ['a'.repeat(257), '257 characters are more than 256'],
    [' my-function ', 'Character 1 (U+0020)'],
    ['my\u200b-function', 'Character 3 (U+200B)'],
    ['arn:aws:lambda:us-east-1:123456789012:function:\u0440rod', 'Character 48 (U+0440)'],
    ['f\n', 'U+000A'],
    ['../../2015-03-31/event-source-mappings', 'letters, digits'],
    ['..%2f..%2fx', 'letters, digits'],
    ['arn:aws:s3:::bucket', 'not the ARN of a function'],
    ['arn:aws:lambda:us-east-1:123456789012:layer:x:1', 'not the ARN of a function'],
    ['arn:aws:lambda:us-east-1:12345:function:f', 'not the ARN of a function'],
    ['f:', 'letters, digits'],
    [':f', 'letters, digits'],
    ['f:a b', 'Character 4 (U+0020)'],
    ['f:a:b', 'letters, digits'],
    ['f:$latest', 'letters, digits'],
    ['f?x', 'letters, digits'],
    ['f#x', 'letters, digits'],
    ['f\\x', 'letters, digits'],
  ])('%j', (text, reason) => {
    expect(parseFunctionName(text)).toEqual({ ok: false, message: expect.stringContaining(reason) });
  });

  const names = hostile.items.filter(
    (item) => 'field' in item && item.field === 'functionName' && item.expect.outcome === 'reject',
  );
  // These two are names that the API knows; what makes them wrong lies in other fields.
  const elsewhere = ['fn-qualifier-twice'];
  test.each(names.filter((item) => !elsewhere.includes(item.id)))('hostile $id', ({ input }) => {
    expect(parseFunctionName(String(input)).ok).toBe(false);
  });
});

test('a name that parses never leaves its place in the path', async () => {
  const { fetch, sent } = playing();
  const client = createInvokeClient(configured({ fetch }));
  const texts = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[a-z.:$-]{1,12}$/),
    fc.string({ unit: 'grapheme' }),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (functionName) => {
      sent.length = 0;
      const result = await client.invoke({ functionName });
      expect(result.ok).toBe(parseFunctionName(functionName).ok);
      const path = `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`;
      expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(result.ok ? [path] : []);
    }),
  );
});
