import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';
import type { LambdaServerOptions } from './lambda-server.ts';

const endpoints: TestEndpoint[] = [];
async function start(
  files: Record<string, string>,
  options: Partial<LambdaServerOptions> = {},
): Promise<TestEndpoint> {
  const endpoint = await startTestEndpoint(files, options);
  endpoints.push(endpoint);
  return endpoint;
}
afterEach(async () => {
  await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.close()));
});

const says = (text: string): string => `export const handler = async () => '${text}';`;
function writeTemp(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lambda-test-')), name);
  writeFileSync(file, text);
  return file;
}

describe('a SAM template', () => {
  const template = `
AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: dev }
Globals:
  Function:
    Runtime: nodejs20.x
    Timeout: 4
    Environment: { Variables: { STAGE: !Ref Stage, SHARED: global } }
Resources:
  Table: { Type: AWS::DynamoDB::Table }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub 'orders-\${Stage}'
      CodeUri: src/
      Handler: app.lambdaHandler
      MemorySize: 256
      AutoPublishAlias: live
      Environment: { Variables: { SHARED: own, TABLE: !Ref Table, ARN: !Sub 'arn:\${AWS::Partition}:x:\${AWS::Region}' } }
  Typed: { Type: AWS::Serverless::Function, Properties: { CodeUri: typed, Handler: index.handler } }
  Snake: { Type: AWS::Serverless::Function, Properties: { Runtime: python3.12, Handler: app.handler } }
`;
  const files = {
    'unused.mjs': says('folder'),
    'sam/template.yaml': template,
    'sam/src/app.mjs': `export const lambdaHandler = async (event, context) => ({ env: process.env, memory: context.memoryLimitInMB });`,
    'sam/typed/index.ts': `export const handler = async (event: { n: number }): Promise<number> => event.n + 1;`,
  };

  test('gives its Node functions with name, code, settings and alias, beside those of the folder', async () => {
    const first = await start(files);
    const endpoint = await start(
      { 'inFolder.mjs': says('folder') },
      { templateFile: join(first.folder, 'sam/template.yaml') },
    );
    const answer = await endpoint.invoke('orders-dev:live', {});
    expect(answer.json).toMatchObject({
      memory: '256',
      env: { STAGE: 'dev', SHARED: 'own', ARN: 'arn:aws:x:eu-central-1' },
    });
    expect((await endpoint.invoke('Typed', { n: 1 })).text).toBe('2');
    expect((await endpoint.invoke('inFolder', {})).text).toBe('"folder"');
    const configuration = await endpoint.send({
      method: 'GET',
      path: '/2015-03-31/functions/orders-dev/configuration',
      headers: {},
      body: '',
      isSigned: true,
    });
    expect(configuration.json).toMatchObject({ Handler: 'app.lambdaHandler', Timeout: 4, MemorySize: 256 });
    expect(endpoint.lines).toContainEqual(
      expect.stringContaining('Snake: runtime python3.12 is not run here'),
    );
    expect(endpoint.lines).toContainEqual(
      expect.stringContaining('orders-dev: the value of TABLE is known after a deployment only'),
    );
  });

  test('that cannot be read is a clear error; one with a mistake is said and gives no functions', async () => {
    await expect(start({}, { templateFile: '/no/template.yaml' })).rejects.toThrow(
      'The template /no/template.yaml cannot be read',
    );
    const endpoint = await start(
      { 'one.mjs': says('1') },
      { templateFile: writeTemp('template.yaml', 'Resources: [') },
    );
    expect((await endpoint.invoke('one', {})).status).toBe(200);
    expect(endpoint.lines[0]).toContain('template.yaml: ');
  });
});
