import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestAnswer, type TestEndpoint } from './endpoint.fixture.ts';

const code = (text: string): string =>
  `export const handler = async (event, context) => '${text} ' + context.functionVersion;`;

let endpoint: TestEndpoint;
/** The randomness behind weighted aliases. */
let draw = 0;
beforeEach(async () => {
  endpoint = await startTestEndpoint(
    {
      'greet.mjs': code('first'),
      'greet.function.json': '{"timeout":5}',
      'lib/words.mjs': 'export const a = 1;',
    },
    { random: () => draw },
  );
});
afterEach(() => endpoint.close());

const base = '/2015-03-31/functions/greet';
function api(method: string, path: string, body?: unknown): Promise<TestAnswer> {
  return endpoint.send({
    method,
    path: `${base}${path}`,
    headers: {},
    body: body === undefined ? '' : JSON.stringify(body),
    isSigned: true,
  });
}

describe('a published version', () => {
  test('keeps the code and the configuration it was published with', async () => {
    const published = await api('POST', '/versions', { Description: 'the first' });
    expect(published).toMatchObject({
      status: 201,
      json: { Version: '1', Description: 'the first', Timeout: 5 },
    });
    endpoint.write({ 'greet.mjs': code('second'), 'greet.function.json': '{"timeout":9}' });
    expect((await endpoint.invoke('greet', {})).text).toBe('"second $LATEST"');
    const first = await endpoint.invoke('greet:1', {});
    expect(first.text).toBe('"first 1"');
    expect(first.headers['x-amz-executed-version']).toBe('1');
    const configuration = await api('GET', '/configuration?Qualifier=1');
    expect(configuration.json).toMatchObject({
      Timeout: 5,
      FunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:greet:1',
    });
  });

  test('is the last one again while nothing has changed', async () => {
    await api('POST', '/versions');
    expect((await api('POST', '/versions')).json).toMatchObject({ Version: '1' });
    endpoint.write({ 'greet.mjs': code('second') });
    expect((await api('POST', '/versions')).json).toMatchObject({ Version: '2' });
    endpoint.write({ 'greet.function.json': '{"timeout":6}' });
    expect((await api('POST', '/versions')).json).toMatchObject({ Version: '3' });
  });

  test('is a copy of everything that the code needs, and of nothing else', async () => {
    endpoint.write({ 'node_modules/dep/index.js': '', 'other/index.mjs': code('other'), '.env': 'SECRET=1' });
    await api('POST', '/versions');
    const copied = readdirSync(join(endpoint.folder, '.versions/greet/1/code'), { recursive: true });
    expect(copied.toSorted()).toEqual(['greet.function.json', 'greet.mjs', 'lib', 'lib/words.mjs']);
  });

  test('is refused when the caller expects other code', async () => {
    const answer = await api('POST', '/versions', { CodeSha256: 'another' });
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'x-amzn-errortype': 'InvalidParameterValueException' },
    });
    expect((await api('GET', '/versions')).json).toMatchObject({ Versions: [{ Version: '$LATEST' }] });
  });

  test('appears in the list after $LATEST', async () => {
    await api('POST', '/versions');
    const { json } = await api('GET', '/versions');
    const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:greet';
    expect(json).toMatchObject({
      Versions: [{ FunctionArn: `${arn}:$LATEST` }, { FunctionArn: `${arn}:1` }],
    });
  });
});

describe('an alias', () => {
  beforeEach(async () => {
    await api('POST', '/versions');
    endpoint.write({ 'greet.mjs': code('second') });
    await api('POST', '/versions');
  });

  test('made by the API runs its version, with its own name in the ARN', async () => {
    const made = await api('POST', '/aliases', {
      Name: 'live',
      FunctionVersion: '1',
      Description: 'for customers',
    });
    const AliasArn = 'arn:aws:lambda:eu-central-1:000000000000:function:greet:live';
    expect(made).toMatchObject({ status: 201, json: { AliasArn, Name: 'live', FunctionVersion: '1' } });
    const answer = await endpoint.invoke('greet', {}, { path: `${base}/invocations?Qualifier=live` });
    expect(answer).toMatchObject({ text: '"first 1"', headers: { 'x-amz-executed-version': '1' } });
    expect((await api('GET', '/aliases/live')).json).toMatchObject({ Description: 'for customers' });
  });

  test('shares its invocations between two versions by weight', async () => {
    const RoutingConfig = { AdditionalVersionWeights: { 2: 0.25 } };
    await api('POST', '/aliases', { Name: 'live', FunctionVersion: '1', RoutingConfig });
    const versions: (string | undefined)[] = [];
    for (draw of [0, 0.249, 0.25, 0.99]) {
      versions.push((await endpoint.invoke('greet:live', {})).headers['x-amz-executed-version']);
    }
    expect(versions).toEqual(['2', '2', '1', '1']);
  });

  test('is changed by UpdateAlias in what is given', async () => {
    await api('POST', '/aliases', { Name: 'live', FunctionVersion: '1', Description: 'stays' });
    const updated = await api('PUT', '/aliases/live', { FunctionVersion: '2' });
    expect(updated).toMatchObject({ status: 200, json: { FunctionVersion: '2', Description: 'stays' } });
    expect((await endpoint.invoke('greet:live', {})).text).toBe('"second 2"');
  });

  test('of function.json is listed beside the API’s, and may be changed by the API', async () => {
    endpoint.write({ 'greet.function.json': '{"aliases":{"beta":{"version":"2","weights":{"1":0.5}}}}' });
    await api('POST', '/aliases', { Name: 'live', FunctionVersion: '1' });
    const list = await api('GET', '/aliases');
    expect(list.json).toMatchObject({
      Aliases: [{ Name: 'beta', RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } }, { Name: 'live' }],
    });
    expect((await api('GET', '/aliases?FunctionVersion=2')).json).toMatchObject({
      Aliases: [{ Name: 'beta' }],
    });
    await api('PUT', '/aliases/beta', { FunctionVersion: '1', RoutingConfig: {} });
    expect((await endpoint.invoke('greet:beta', {})).text).toBe('"first 1"');
  });

  test.each([
    [{ Name: 'beta', FunctionVersion: '9' }, 404, /Function not found: .*:greet:9/],
    [{ Name: '12', FunctionVersion: '1' }, 400, /at 'name' failed to satisfy/],
    [{ FunctionVersion: '1' }, 400, /Name/],
    [
      { Name: 'x', FunctionVersion: '1', RoutingConfig: { AdditionalVersionWeights: { 2: 1.5 } } },
      400,
      /AdditionalVersionWeights/,
    ],
    [
      { Name: 'x', FunctionVersion: '1', RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } },
      400,
      /already included/,
    ],
    [
      { Name: 'x', FunctionVersion: '$LATEST', RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } },
      400,
      /\$LATEST is not supported/,
    ],
  ])('is refused as %o', async (body, status, message) => {
    const answer = await api('POST', '/aliases', body);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(message);
    expect((await api('GET', '/aliases')).json).toEqual({ Aliases: [] });
  });

  test('of the same name is a conflict, of an unknown one not found', async () => {
    await api('POST', '/aliases', { Name: 'live', FunctionVersion: '1' });
    expect((await api('POST', '/aliases', { Name: 'live', FunctionVersion: '1' })).status).toBe(409);
    expect((await api('PUT', '/aliases/nope', {})).text).toContain('Cannot find alias arn');
    expect((await endpoint.invoke('greet:nope', {})).text).toContain(
      'Function not found: arn:aws:lambda:eu-central-1:000000000000:function:greet:nope',
    );
  });
});
