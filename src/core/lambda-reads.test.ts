import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import {
  eachPage,
  getAccountSettings,
  getFunctionConfiguration,
  listAliases,
  listFunctions,
  listVersionsByFunction,
} from './lambda-reads.ts';
import { answering, configured, playing } from './sending.fixture.ts';

describe('reads of the Lambda API', () => {
  test('listFunctions gives what someone who invokes wants to know, and where the next page begins', async () => {
    const { client, sent } = answering({
      Functions: [
        {
          FunctionName: 'f',
          FunctionArn: 'arn:aws:lambda:us-west-2:1:function:f',
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Timeout: 3,
          MemorySize: 128,
          Version: '$LATEST',
          LoggingConfig: { LogFormat: 'JSON' },
          TenancyConfig: { TenantIsolationMode: 'PER_TENANT' },
          DurableConfig: { ExecutionTimeout: 60 },
          Environment: { Variables: { SECRET: 'x' } },
        },
        'not a function',
        { FunctionName: 'g', Timeout: 'soon' },
      ],
      NextMarker: 'm/1',
    });
    const result = await listFunctions(client, {
      functionVersion: 'ALL',
      marker: 'm/0',
      masterRegion: 'ALL',
      maxItems: 50,
    });
    expect(sent[0]?.url).toBe(
      'https://lambda.us-west-2.amazonaws.com/2015-03-31/functions?FunctionVersion=ALL&Marker=m%2F0&MasterRegion=ALL&MaxItems=50',
    );
    expect(result).toMatchObject({ ok: true, attempts: [{ number: 1 }] });
    if (!result.ok) return;
    expect(result.value).toEqual({
      items: [
        {
          functionName: 'f',
          functionArn: 'arn:aws:lambda:us-west-2:1:function:f',
          runtime: 'nodejs22.x',
          handler: 'index.handler',
          version: '$LATEST',
          timeout: 3,
          memorySize: 128,
          logFormat: 'JSON',
          tenantIsolationMode: 'PER_TENANT',
          isDurable: true,
        },
        { isDurable: false },
        { functionName: 'g', isDurable: false },
      ],
      nextMarker: 'm/1',
    });
  });

  test('listVersionsByFunction and getFunctionConfiguration ask for the function by any of its names', async () => {
    const { client, sent } = answering(
      { Versions: [{ Version: '$LATEST' }, { Version: '1' }] },
      { FunctionName: 'f', State: 'Active' },
    );
    const arn = 'arn:aws:lambda:us-west-2:123456789012:function:f';
    const versions = await listVersionsByFunction(client, { functionName: arn, marker: 'x' });
    const configuration = await getFunctionConfiguration(client, { functionName: 'f', qualifier: '$LATEST' });
    expect(sent.map(({ url }) => url)).toEqual([
      `https://lambda.us-west-2.amazonaws.com/2015-03-31/functions/${encodeURIComponent(arn)}/versions?Marker=x`,
      'https://lambda.us-west-2.amazonaws.com/2015-03-31/functions/f/configuration?Qualifier=%24LATEST',
    ]);
    expect(versions).toMatchObject({
      ok: true,
      value: { items: [{ version: '$LATEST' }, { version: '1' }] },
    });
    expect(configuration).toMatchObject({ ok: true, value: { functionName: 'f', state: 'Active' } });
  });

  test('listAliases gives the weights of other versions, and passes what is no alias', async () => {
    const { client, sent } = answering({
      Aliases: [
        {
          Name: 'PROD',
          FunctionVersion: '7',
          Description: 'live',
          RoutingConfig: { AdditionalVersionWeights: { '8': 0.1, '9': 'x' } },
        },
        { Name: 'DEV', FunctionVersion: '$LATEST' },
        { Name: 'half' },
      ],
    });
    const result = await listAliases(client, { functionName: 'f', functionVersion: '7', maxItems: 10 });
    expect(sent[0]?.url).toContain('/functions/f/aliases?FunctionVersion=7&MaxItems=10');
    expect(result).toMatchObject({
      ok: true,
      value: {
        items: [
          {
            name: 'PROD',
            functionVersion: '7',
            description: 'live',
            additionalVersionWeights: [{ version: '8', weight: 0.1 }],
          },
          { name: 'DEV', functionVersion: '$LATEST', additionalVersionWeights: [] },
        ],
      },
    });
  });

  test('getAccountSettings gives the limits', async () => {
    const { client } = answering({
      AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 900 },
      AccountUsage: { FunctionCount: 4 },
    });
    expect(await getAccountSettings(client)).toMatchObject({
      value: { concurrentExecutions: 1000, unreservedConcurrentExecutions: 900, functionCount: 4 },
    });
  });

  test('eachPage follows the markers, and ends with an error or when a marker comes again', async () => {
    const paged = answering(
      { Functions: [{ FunctionName: 'a' }], NextMarker: '1' },
      { Functions: [{ FunctionName: 'b' }] },
    );
    const names: (string | undefined)[] = [];
    for await (const page of eachPage((at) => listFunctions(paged.client, at))) {
      if (page.ok) names.push(...page.value.items.map(({ functionName }) => functionName));
    }
    expect(names).toEqual(['a', 'b']);
    expect(paged.sent.map(({ url }) => new URL(url).search)).toEqual(['', '?Marker=1']);

    const looping = answering({ Functions: [], NextMarker: '1' });
    let pages = 0;
    for await (const page of eachPage((at) => listFunctions(looping.client, at))) pages += page.ok ? 1 : 0;
    expect(pages).toBe(2);

    const { fetch } = playing({ status: 403, errortype: 'AccessDeniedException' });
    const results = [];
    const denied = createInvokeClient(configured({ fetch }));
    for await (const page of eachPage((at) => listFunctions(denied, at))) results.push(page);
    expect(results).toMatchObject([{ ok: false, error: { kind: 'access-denied' } }]);
  });

  test('a name that is none is refused, nothing is sent', async () => {
    const { client, sent } = answering({});
    expect(await listAliases(client, { functionName: '../x' })).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'invalid-input', problems: [{ field: 'functionName' }] },
    });
    expect(sent).toEqual([]);
  });

  test.each(['[]', '"x"', '', '{"Functions":{}}'])(
    'an answer that is not the API’s is said to be none: %s',
    async (body) => {
      const { client } = answering(body);
      expect(await listFunctions(client)).toMatchObject({
        ok: false,
        error: { kind: 'bad-response', mayHaveRun: 'no' },
      });
    },
  );
});
