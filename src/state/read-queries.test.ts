import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { createInvokeClient, type FetchPort } from '../core/index.ts';
import { createClientFactory } from './client-factory.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { createReadQueries, ReadFailure } from './read-queries.ts';
import { connection } from './state.fixture.ts';

const keys = { accessKeyId: 'AKIACANARYID', secretAccessKey: 'canarySecret', sessionToken: 'canaryToken' };
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

function setUp(answerTo: (url: URL) => Response) {
  const asked: string[] = [];
  const fetch: FetchPort = async (url) => {
    const parsed = new URL(url);
    asked.push(parsed.pathname + parsed.search);
    return answerTo(parsed);
  };
  const credentials = createCredentialMemory();
  credentials.set('c1', keys);
  const sleep = (_ms: number, signal: AbortSignal) => Promise.resolve(signal.throwIfAborted());
  const ports = { fetch, sleep: () => Promise.resolve() };
  const clientFor = createClientFactory({
    createClient: createInvokeClient,
    credentials,
    exchange: () => Promise.reject(new Error('No session was expected.')),
    now: () => new Date(),
    ports,
  });
  return {
    asked,
    credentials,
    reads: createReadQueries({ clientFor, credentials, sleep }),
    queries: new QueryClient(),
  };
}

describe('functions', () => {
  test('are read page by page', async () => {
    const { reads, queries, asked } = setUp((url) =>
      url.searchParams.get('Marker') === 'm2'
        ? json({ Functions: [{ FunctionName: 'b', Description: 'second' }] })
        : json({ Functions: [{ FunctionName: 'a', Runtime: 'nodejs22.x' }], NextMarker: 'm2' }),
    );
    expect(await queries.fetchQuery(reads.functions(connection()))).toEqual([
      { name: 'a', description: undefined, runtime: 'nodejs22.x' },
      { name: 'b', description: 'second', runtime: undefined },
    ]);
    expect(asked).toEqual(['/2015-03-31/functions', '/2015-03-31/functions?Marker=m2']);
  });

  test('of an endless list are read to a bound', async () => {
    let marker = 0;
    const { reads, queries, asked } = setUp(() => {
      marker += 1;
      return json({ Functions: [{ FunctionName: `f${marker}` }], NextMarker: `m${marker}` });
    });
    expect(await queries.fetchQuery(reads.functions(connection()))).toHaveLength(20);
    expect(asked).toHaveLength(20);
  });

  test('that may not be listed fail with the API error, once', async () => {
    const { reads, queries, asked } = setUp(() =>
      json({ __type: 'AccessDeniedException', Message: 'not allowed' }, 403),
    );
    const refused = await queries.fetchQuery(reads.functions(connection())).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(ReadFailure);
    expect(refused).toMatchObject({ error: { kind: 'access-denied', statusCode: 403 } });
    expect(asked).toHaveLength(1);
  });
});

describe('qualifiers', () => {
  test('are aliases with their weights, then $LATEST and the newest versions', async () => {
    const { reads, queries, asked } = setUp((url) =>
      url.pathname.endsWith('/aliases')
        ? json({
            Aliases: [
              {
                Name: 'live',
                FunctionVersion: '7',
                RoutingConfig: { AdditionalVersionWeights: { 8: 0.05 } },
              },
              { Name: 'old', FunctionVersion: '1', Description: 'kept for audits' },
            ],
          })
        : json({
            Versions: [{ Version: '$LATEST' }, { Version: '1' }, { Version: '2', Description: 'fix' }],
          }),
    );
    expect(await queries.fetchQuery(reads.qualifiers(connection(), 'orders:live'))).toEqual([
      { value: 'live', detail: 'alias of 7 (95 %) and 8 (5 %)' },
      { value: 'old', detail: 'alias of 1 · kept for audits' },
      { value: '$LATEST', detail: 'version' },
      { value: '2', detail: 'fix' },
      { value: '1', detail: 'version' },
    ]);
    expect(asked.toSorted()).toEqual([
      '/2015-03-31/functions/orders/aliases',
      '/2015-03-31/functions/orders/versions',
    ]);
  });

  test('of something that is no function name are not asked for', () => {
    const { reads } = setUp(() => json({}));
    expect(reads.qualifiers(connection(), 'no name!').enabled).toBe(false);
    expect(reads.qualifiers(connection(), '').enabled).toBe(false);
  });
});

describe('keys', () => {
  test('tell accounts, regions and endpoints apart and hold nothing secret', () => {
    const { reads, credentials } = setUp(() => json({}));
    const key = (given = connection()): string => JSON.stringify(reads.functions(given).queryKey);
    const first = key();
    for (const secret of [keys.secretAccessKey, keys.sessionToken]) expect(first).not.toContain(secret);
    expect(key(connection({ region: 'us-east-1' }))).not.toBe(first);
    expect(key(connection({ endpoint: 'http://127.0.0.1:1' }))).not.toBe(first);
    credentials.set('c1', { ...keys, accessKeyId: 'AKIAOTHER' });
    expect(key()).not.toBe(first);
  });

  test('without a connection or credentials nothing is read', () => {
    const { reads } = setUp(() => json({}));
    expect(reads.functions(undefined).enabled).toBe(false);
    expect(reads.functions(connection({ id: 'other' })).enabled).toBe(false);
  });
});
