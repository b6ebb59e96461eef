import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestAnswer, type TestCall, type TestEndpoint } from './endpoint.fixture.ts';

const files = {
  'echo.mjs':
    'export const handler = async (event, context) => ({ event, tenant: context.tenantId, client: context.clientContext });',
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`many-${String(index).padStart(2, '0')}.cjs`, '']),
  ),
};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files, { concurrentExecutions: 7 });
});
afterAll(() => endpoint.close());

const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:echo';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const ran = (): boolean => endpoint.lines.some((line) => line.startsWith('echo: START'));

describe('names of functions', () => {
  test.each([
    'echo',
    'echo:$LATEST',
    '000000000000:function:echo',
    'function:echo',
    'eu-central-1:000000000000:function:echo',
    arn,
    `${arn}:$LATEST`,
  ])('%s is found', async (name) => {
    expect((await endpoint.invoke(name, 1)).status).toBe(200);
  });

  test.each([
    [
      'a b',
      '400 ValidationException',
      /^1 validation error detected: Value 'a b' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
    ],
    ['x'.repeat(257), '400 ValidationException', /Member must have length less than or equal to 256$/],
    [
      'x'.repeat(65),
      '404 ResourceNotFoundException',
      /^Function not found: arn:aws:lambda:eu-central-1:000000000000:function:x+$/,
    ],
    [
      'nope',
      '404 ResourceNotFoundException',
      /^Function not found: arn:aws:lambda:eu-central-1:000000000000:function:nope$/,
    ],
    ['echo:9', '404 ResourceNotFoundException', /^Function not found: .*:function:echo:9$/],
    ['echo:$latest', '400 ValidationException', /functionName/],
    ['..', '404 ResourceNotFoundException', /function:\.\.$/],
    ['__proto__', '404 ResourceNotFoundException', /function:__proto__$/],
    ['constructor', '404 ResourceNotFoundException', /function:constructor$/],
    [
      arn.replace('eu-central-1', 'us-west-2'),
      '404 ResourceNotFoundException',
      /^Functions from 'us-west-2' are not reachable in this region \('eu-central-1'\)$/,
    ],
    [
      '123456789012:function:echo',
      '403 AccessDeniedException',
      /is not authorized to perform: lambda:InvokeFunction on resource/,
    ],
    [
      'arn:aws:lambda:eu-central-1:000000000000:function',
      '404 ResourceNotFoundException',
      /function:function$/,
    ],
  ])('%s is refused', async (name, error, message) => {
    const answer = await endpoint.invoke(name, 1);
    expect(`${answer.status} ${answer.headers['x-amzn-errortype']}`).toBe(error);
    const { Message, message: lower } = answer.json as { Message?: string; message?: string };
    expect(Message ?? lower).toMatch(message);
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['?Qualifier=', 400, /have length greater than or equal to 1/],
    [`?Qualifier=${'q'.repeat(129)}`, 400, /have length less than or equal to 128/],
    [
      '?Qualifier=a%20b',
      400,
      /at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression/,
    ],
    ['?Qualifier=nope', 404, /Function not found: .*:echo:nope/],
  ])('the qualifier %s is refused', async (query, status, message) => {
    const answer = await endpoint.invoke('echo', 1, {
      path: `/2015-03-31/functions/echo/invocations${query}`,
    });
    expect(answer).toMatchObject({ status, text: expect.stringMatching(message) });
  });

  test('with a qualifier that is not the other one are refused', async () => {
    const path = '/2015-03-31/functions/echo%3A%24LATEST/invocations?Qualifier=live';
    expect(await endpoint.invoke('', 1, { path })).toMatchObject({
      status: 400,
      headers: { 'x-amzn-errortype': 'InvalidParameterValueException' },
      json: {
        Type: 'User',
        message: 'The derived qualifier from the function name does not match the specified qualifier.',
      },
    });
  });
});

describe('a request', () => {
  const invokeWith = (call: Partial<TestCall>): Promise<TestAnswer> =>
    endpoint.invoke('echo', undefined, call);

  test.each([
    ['{"a":', 400, /line: 1, column: \d+\]$/],
    ['{\n  "a": tru\n}', 400, /line: 2, column: 8\]$/],
    ['not json', 400, /^Could not parse request body into json: Could not parse payload into json: /],
    [' ', 400, /Could not parse/],
    [
      new Uint8Array([0x22, 0xff, 0x22]),
      400,
      /Invalid UTF-8 start byte 0xff\n at \[Source: \(byte\[\]\); line: 1, column: 2\]$/,
    ],
  ])('with the body %o is no JSON', async (body, status, message) => {
    const answer = await invokeWith({ body });
    expect(answer).toMatchObject({
      status,
      headers: { 'x-amzn-errortype': 'InvalidRequestContentException' },
    });
    expect((answer.json as { message: string }).message).toMatch(message);
  });

  test('of the largest size passes, one byte more does not', async () => {
    const body = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;
    expect(
      (await invokeWith({ body: body(6_291_456), headers: { 'x-amz-invocation-type': 'DryRun' } })).status,
    ).toBe(204);
    expect(await invokeWith({ body: body(6_291_457) })).toMatchObject({
      status: 413,
      headers: { 'x-amzn-errortype': 'RequestTooLargeException' },
      json: {
        Type: 'User',
        message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
      },
    });
    const event = { 'x-amz-invocation-type': 'Event' };
    expect((await invokeWith({ body: body(1_048_577), headers: event })).text).toContain(
      'smaller than 1048576 bytes',
    );
  });

  test.each([
    [
      'x-amz-invocation-type',
      'Later',
      /at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: \[Event, RequestResponse, DryRun\]/,
    ],
    ['x-amz-log-type', 'tail', /at 'logType' failed/],
    [
      'x-amz-client-context',
      base64('"text"'),
      /^Client context must be a valid Base64-encoded JSON object\.$/,
    ],
    ['x-amz-client-context', '%%%', /^Client context must be a valid Base64-encoded JSON object\.$/],
    ['x-amz-client-context', base64(JSON.stringify({ a: 'x'.repeat(2700) })), /3583/],
    ['x-amz-durable-execution-name', 'mine', /durable functions/],
    ['x-amz-tenant-id', 'a!', /at 'tenantId' failed/],
  ])('with %s: %s is refused', async (name, value, message) => {
    const answer = await invokeWith({ headers: { [name]: value } });
    expect(answer.status).toBe(400);
    expect((answer.json as { message: string }).message).toMatch(message);
  });

  test('with a client context of 3,583 characters passes', async () => {
    // 2,687 bytes are 3,583 characters without the padding.
    const json = JSON.stringify({ custom: { a: 'x'.repeat(2668) } });
    const value = base64(json).replace(/=+$/, '');
    expect(value).toHaveLength(3583);
    const answer = await invokeWith({ headers: { 'x-amz-client-context': value } });
    expect(answer.json).toMatchObject({ client: { custom: {} } });
  });

  test('that is a DryRun answers 204 and runs nothing', async () => {
    const before = endpoint.lines.length;
    const answer = await endpoint.invoke('many-00', {}, { headers: { 'x-amz-invocation-type': 'DryRun' } });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(endpoint.lines).toHaveLength(before);
  });

  test.each([
    ['GET', '/'],
    ['GET', '/2015-03-31/functions/echo/invocations'],
    ['POST', '/2014-11-13/functions/echo/invoke-async'],
    ['DELETE', '/2015-03-31/functions/echo'],
    ['POST', '/2015-03-31/functions/echo/invocations/'],
    ['POST', '/2015-03-31/functions//invocations'],
  ])('%s %s is an unknown operation', async (method, path) => {
    const answer = await endpoint.send({ method, path, headers: {}, body: '', isSigned: true });
    expect(answer).toMatchObject({
      status: 404,
      headers: { 'x-amzn-errortype': 'UnknownOperationException' },
    });
  });

  test('without a signature runs nothing', async () => {
    const answer = await endpoint.invoke('many-01', {}, { isSigned: false });
    expect(answer).toMatchObject({ status: 403, json: { message: 'Missing Authentication Token' } });
    expect(endpoint.lines.some((line) => line.startsWith('many-01'))).toBe(false);
    expect(ran()).toBe(true);
  });
});
