import { expect, test } from 'vitest';
import type { InvokeClient, InvokeClientConfig } from '../core/index.ts';
import { createClientFactory } from './client-factory.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { client, connection } from './state.fixture.ts';

function setUp() {
  const configs: InvokeClientConfig[] = [];
  const dropped: InvokeClient[] = [];
  const credentials = createCredentialMemory();
  const createClient = (config: InvokeClientConfig) => {
    configs.push(config);
    return client({});
  };
  const exchange = async () => ({ accessKeyId: 'ASIA1', secretAccessKey: 'made' });
  const now = () => new Date();
  return {
    configs,
    credentials,
    dropped,
    clientFor: createClientFactory({
      createClient,
      credentials,
      exchange,
      now,
      ports: { userAgent: 'u' },
      onDrop: (one) => dropped.push(one),
    }),
  };
}

test('a client is made once for a connection and a retry mode', () => {
  const { clientFor, configs } = setUp();
  const first = clientFor(connection({ endpoint: 'http://127.0.0.1:1', requestHeaders: 'minimal' }), 'off');
  expect(clientFor(connection({ endpoint: 'http://127.0.0.1:1', requestHeaders: 'minimal' }), 'off')).toBe(
    first,
  );
  expect(
    clientFor(connection({ endpoint: 'http://127.0.0.1:1', requestHeaders: 'minimal' }), 'safe'),
  ).not.toBe(first);
  expect(configs[0]).toEqual({
    region: 'eu-west-1',
    endpoint: 'http://127.0.0.1:1',
    requestHeaders: 'minimal',
    retry: { mode: 'off' },
    userAgent: 'u',
  });
});

test('new credentials or another address make a new client, so that no old key signs', () => {
  const { clientFor, configs, credentials, dropped } = setUp();
  const keys = { accessKeyId: 'AKIA1', secretAccessKey: 's' };
  const first = clientFor(connection(), 'safe');
  credentials.set('c1', keys);
  expect(dropped).toEqual([first]);
  clientFor(connection(), 'safe');
  clientFor(connection({ region: 'us-east-1' }), 'safe');
  credentials.set('c1', null);
  clientFor(connection({ region: 'us-east-1' }), 'safe');
  expect(configs.map(({ region, credentials: given }) => [region, given])).toEqual([
    ['eu-west-1', undefined],
    ['eu-west-1', keys],
    ['us-east-1', keys],
    ['us-east-1', undefined],
  ]);
  expect(dropped).toHaveLength(3);
});
