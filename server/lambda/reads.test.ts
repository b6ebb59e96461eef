import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestAnswer, type TestEndpoint } from './endpoint.fixture.ts';

const files = {
  'echo.mjs': 'export const handler = async (event) => event;',
  'tenants.mjs':
    'let count = 0; export const handler = async (event, context) => [context.tenantId, (count += 1)];',
  'tenants.function.json': '{"tenantIsolation":true}',
  ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`many-${index}.cjs`, ''])),
};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files, { concurrentExecutions: 7 });
});
afterAll(() => endpoint.close());

const get = (path: string): Promise<TestAnswer> =>
  endpoint.send({ method: 'GET', path, headers: {}, body: '', isSigned: true });

describe('the tenant id', () => {
  const invokeAs = (name: string, tenant?: string): Promise<TestAnswer> =>
    endpoint.invoke(name, {}, { headers: tenant === undefined ? {} : { 'x-amz-tenant-id': tenant } });

  test('gives each tenant execution environments of its own', async () => {
    for (const [tenant, count] of [
      ['blue', 1],
      ['blue', 2],
      ['green', 1],
      ['blue', 3],
    ] as const) {
      expect((await invokeAs('tenants', tenant)).json).toEqual([tenant, count]);
    }
  });

  test('is required where it is configured, and refused where it is not', async () => {
    const refused = { status: 400, headers: { 'x-amzn-errortype': 'InvalidParameterValueException' } };
    expect(await invokeAs('tenants')).toMatchObject(refused);
    expect(await invokeAs('echo', 'blue')).toMatchObject(refused);
  });
});

describe('reads', () => {
  test('list functions in pages of at most 50', async () => {
    const first = (await get('/2015-03-31/functions')).json as {
      Functions: { FunctionName: string }[];
      NextMarker: string;
    };
    expect(first.Functions).toHaveLength(50);
    const second = (await get(`/2015-03-31/functions?Marker=${first.NextMarker}`)).json as typeof first;
    const names = [...first.Functions, ...second.Functions].map(({ FunctionName }) => FunctionName);
    expect(names).toHaveLength(62);
    expect(new Set(names).size).toBe(62);
    expect(second).not.toHaveProperty('NextMarker');
    expect((await get('/2015-03-31/functions?MaxItems=2')).json).toMatchObject({ Functions: [{}, {}] });
    expect((await get('/2015-03-31/functions?MaxItems=0')).status).toBe(400);
  });

  test('describe a function as the API does', async () => {
    const { json } = await get('/2015-03-31/functions/tenants/configuration');
    expect(json).toMatchObject({
      FunctionName: 'tenants',
      FunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:tenants',
      Runtime: expect.stringMatching(/^nodejs\d+\.x$/),
      Handler: 'tenants.handler',
      Timeout: 3,
      MemorySize: 128,
      Version: '$LATEST',
      State: 'Active',
      LastUpdateStatus: 'Successful',
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/tenants' },
      TenancyConfig: { TenantIsolationMode: 'PER_TENANT' },
      CodeSha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      LastModified: expect.stringMatching(/^\d{4}-.*\+0000$/),
    });
    expect((await get('/2015-03-31/functions/tenants')).json).toMatchObject({ Configuration: json });
    expect((await get('/2015-03-31/functions/nope/configuration')).status).toBe(404);
  });

  test('tell the limits of the account', async () => {
    expect((await get('/2016-08-19/account-settings')).json).toMatchObject({
      AccountLimit: { ConcurrentExecutions: 7, UnreservedConcurrentExecutions: 7 },
      AccountUsage: { FunctionCount: 62 },
    });
  });
});
