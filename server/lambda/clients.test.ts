import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  CreateAliasCommand,
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  paginateListFunctions,
  PublishVersionCommand,
  ResourceNotFoundException,
  TooManyRequestsException,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

let endpoint: TestEndpoint;
let sdk: LambdaClient;
beforeAll(async () => {
  endpoint = await startTestEndpoint({
    'hello.mjs': `export const handler = async (event) => { console.log('grüße'); return { hello: event.name }; };`,
    'throws.mjs': `export const handler = async () => { throw new TypeError('as ordered'); };`,
    'off.mjs': '',
    'off.function.json': '{"reservedConcurrency":0}',
    ...Object.fromEntries(Array.from({ length: 55 }, (_, index) => [`more-${index}.cjs`, ''])),
  });
  const { url, region, credentials } = endpoint;
  sdk = new LambdaClient({ region, endpoint: url, credentials, maxAttempts: 1 });
});
afterAll(() => endpoint.close());

const text = (payload: Uint8Array | undefined): string => Buffer.from(payload ?? []).toString();

describe('@aws-sdk/client-lambda', () => {
  test('invokes, with log tail and client context', async () => {
    const answer = await sdk.send(
      new InvokeCommand({
        FunctionName: 'hello',
        Payload: '{"name":"Ada"}',
        LogType: 'Tail',
        ClientContext: Buffer.from('{"custom":{}}').toString('base64'),
      }),
    );
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    expect(answer.FunctionError).toBeUndefined();
    expect(text(answer.Payload)).toBe('{"hello":"Ada"}');
    expect(Buffer.from(answer.LogResult ?? '', 'base64').toString()).toContain('grüße');
    expect(answer.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('sees function errors, events and dry runs as AWS gives them', async () => {
    const failed = await sdk.send(new InvokeCommand({ FunctionName: 'throws' }));
    expect(failed.FunctionError).toBe('Unhandled');
    expect(JSON.parse(text(failed.Payload))).toMatchObject({
      errorType: 'TypeError',
      errorMessage: 'as ordered',
    });
    expect(
      (await sdk.send(new InvokeCommand({ FunctionName: 'hello', InvocationType: 'Event' }))).StatusCode,
    ).toBe(202);
    expect(
      (await sdk.send(new InvokeCommand({ FunctionName: 'hello', InvocationType: 'DryRun' }))).StatusCode,
    ).toBe(204);
  });

  test('recognises the errors by their classes', async () => {
    await expect(sdk.send(new InvokeCommand({ FunctionName: 'nope' }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    );
    const throttled = sdk.send(new InvokeCommand({ FunctionName: 'off' }));
    await expect(throttled).rejects.toBeInstanceOf(TooManyRequestsException);
    await expect(throttled).rejects.toMatchObject({
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
    const { url, region, credentials } = endpoint;
    const wrong = new LambdaClient({
      region,
      endpoint: url,
      maxAttempts: 1,
      credentials: { ...credentials, secretAccessKey: 'wrong' },
    });
    await expect(wrong.send(new InvokeCommand({ FunctionName: 'hello' }))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });

  test('lists functions over pages, and reads one', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of paginateListFunctions({ client: sdk }, {})) {
      names.push(...(page.Functions ?? []).map(({ FunctionName }) => FunctionName));
    }
    expect(names).toHaveLength(58);
    const FunctionName = 'hello';
    expect(await sdk.send(new GetFunctionConfigurationCommand({ FunctionName }))).toMatchObject({
      Timeout: 3,
    });
    expect((await sdk.send(new GetFunctionCommand({ FunctionName }))).Code?.Location).toMatch(
      /^file:.*hello\.mjs$/,
    );
    expect((await sdk.send(new GetAccountSettingsCommand({}))).AccountLimit?.ConcurrentExecutions).toBe(100);
  });

  test('publishes a version and points an alias to it', async () => {
    const FunctionName = 'hello';
    const published = await sdk.send(new PublishVersionCommand({ FunctionName, Description: 'one' }));
    expect(published).toMatchObject({ Version: '1', Description: 'one' });
    await sdk.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '$LATEST' }));
    await sdk.send(new UpdateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1' }));
    expect((await sdk.send(new ListVersionsByFunctionCommand({ FunctionName }))).Versions).toHaveLength(2);
    expect((await sdk.send(new ListAliasesCommand({ FunctionName }))).Aliases).toMatchObject([
      { Name: 'live', FunctionVersion: '1' },
    ]);
    expect((await sdk.send(new InvokeCommand({ FunctionName, Qualifier: 'live' }))).ExecutedVersion).toBe(
      '1',
    );
  });
});

test('aws4fetch invokes by an ARN', async () => {
  const { url, region, credentials } = endpoint;
  const client = new AwsClient({ ...credentials, region, service: 'lambda', retries: 0 });
  const arn = encodeURIComponent('arn:aws:lambda:eu-central-1:000000000000:function:hello:$LATEST');
  const answer = await client.fetch(`${url}/2015-03-31/functions/${arn}/invocations`, {
    method: 'POST',
    body: '{"name":"é"}',
  });
  expect(await answer.json()).toEqual({ hello: 'é' });
});

describe('the AWS CLI', async () => {
  const run = promisify(execFile);
  const isInstalled = await run('aws', ['--version']).then(
    () => true,
    () => false,
  );
  const aws = (...args: string[]): Promise<{ stdout: string }> =>
    run(
      'aws',
      ['lambda', '--endpoint-url', endpoint.url, '--region', endpoint.region, '--output', 'json', ...args],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: tmpdir(),
          AWS_ACCESS_KEY_ID: endpoint.credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: endpoint.credentials.secretAccessKey,
          AWS_EC2_METADATA_DISABLED: 'true',
        },
      },
    );

  test.skipIf(!isInstalled)('invokes and lists (skipped when it is not installed)', async () => {
    const output = join(mkdtempSync(join(tmpdir(), 'lambda-test-')), 'out.json');
    const { stdout } = await aws(
      'invoke',
      '--function-name',
      'hello',
      '--payload',
      '{}',
      '--log-type',
      'Tail',
      output,
    );
    const answer = JSON.parse(stdout) as { StatusCode: number; LogResult: string; ExecutedVersion: string };
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    expect(Buffer.from(answer.LogResult, 'base64').toString()).toContain('END RequestId');
    expect(readFileSync(output, 'utf8')).toBe('{}');
    const list = JSON.parse((await aws('list-functions')).stdout) as { Functions: unknown[] };
    expect(list.Functions).toHaveLength(58);
  });
});
