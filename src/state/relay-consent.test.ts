import { expect, test } from 'vitest';
import type { InvokeClientConfig } from '../core/index.ts';
import { createClientFactory } from './client-factory.ts';
import type { LocalServer } from './connection-types.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { createRelayStore, isRelayed, relayUrl } from './relay-consent.ts';
import { relayOffer } from './relay-offer.ts';
import { client, connection, textStorage } from './state.fixture.ts';

const sam = connection({
  id: 'sam',
  kind: 'custom',
  endpoint: 'http://127.0.0.1:3001',
  requestHeaders: 'minimal',
});

test('nothing is relayed before consent, which is remembered for that endpoint and can be taken back', () => {
  const storage = textStorage();
  const store = createRelayStore(storage);
  expect(isRelayed(store.getState(), sam)).toBe(false);
  store.getState().actions.allow(sam, true);
  expect(isRelayed(createRelayStore(storage).getState(), sam)).toBe(true);
  expect(isRelayed(store.getState(), { ...sam, endpoint: 'http://127.0.0.1:3002' })).toBe(false);
  expect(isRelayed(store.getState(), { ...sam, id: 'other' })).toBe(false);
  expect(isRelayed(store.getState(), { ...sam, kind: 'aws' })).toBe(false);
  store.getState().actions.allow(sam, false);
  expect(isRelayed(createRelayStore(storage).getState(), sam)).toBe(false);
});

test.each(['{', '{"v":1}', '[1,null]', 'null'])('of a damaged record nothing is relayed: %s', (text) => {
  const storage = textStorage();
  storage.set('invoke-console.relay', text);
  expect(createRelayStore(storage).getState().allowed.size).toBe(0);
});

test('a relayed client signs for the endpoint, sends to the relay, and can tell its re-sends', () => {
  const configs: InvokeClientConfig[] = [];
  const clientFor = createClientFactory({
    createClient: (config) => (configs.push(config), client({})),
    credentials: createCredentialMemory(),
    exchange: () => Promise.reject(new Error('no session')),
    now: () => new Date(),
    transportUrlOf: ({ id }) =>
      id === 'sam' ? relayUrl('http://127.0.0.1:7411', 'http://127.0.0.1:3001/base/') : undefined,
  });
  clientFor(sam, 'safe');
  clientFor({ ...sam, id: 'direct' }, 'safe');
  clientFor(sam, 'safe');
  expect(configs).toMatchObject([
    {
      endpoint: 'http://127.0.0.1:3001',
      requestHeaders: 'sdk',
      transportUrl: 'http://127.0.0.1:7411/relay/http%3A%2F%2F127.0.0.1%3A3001%2Fbase',
    },
    { requestHeaders: 'minimal' },
  ]);
  expect(configs[1]).not.toHaveProperty('transportUrl');
});

const ready: LocalServer = {
  state: 'ready',
  functionsDir: 'f',
  presetsDir: null,
  allowedEndpoints: ['https://lambda.example.test'],
};

test.each([
  [sam.endpoint, ready, 'available'],
  ['http://lambda.localhost:4566', ready, 'available'],
  ['https://lambda.example.test/base', ready, 'available'],
  ['https://elsewhere.example.test', ready, 'not-named'],
  ['http://127.0.0.1:3001', { state: 'absent' as const }, 'no-server'],
  [null, ready, 'not-needed'],
])('the relay for %s is %o: %s', (endpoint, local, kind) => {
  expect(relayOffer({ ...sam, endpoint }, local).kind).toBe(kind);
});
