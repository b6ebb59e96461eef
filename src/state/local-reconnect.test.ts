import { expect, test } from 'vitest';
import type { InvokeErrorKind } from '../core/index.ts';
import { createConnectionStore } from './connection-store.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { reconnectLocal } from './local-reconnect.ts';
import { createNoticeStore } from './notice-store.ts';
import { answer, connection, failure, newSharedText, run, textStorage, until } from './state.fixture.ts';

const local = connection({ id: 'local', kind: 'local' });

async function setUp(secondAnswer: (document: object) => Response) {
  const credentials = createCredentialMemory();
  const document = {
    name: 'Local',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:7412',
    accountId: null,
    credentials: { accessKeyId: 'AKIAOLD', secretAccessKey: 's' },
    functionsDir: 'functions',
    allowedEndpoints: [],
  };
  let asked = 0;
  const connections = createConnectionStore({
    storage: textStorage(newSharedText()),
    tabStorage: textStorage(newSharedText()),
    credentials,
    fetch: async () => ((asked += 1) === 1 ? Response.json(document) : secondAnswer(document)),
  });
  const notices = createNoticeStore();
  await connections.getState().actions.readLocal();
  const end = (kind: InvokeErrorKind, to = local): void =>
    reconnectLocal(connections, notices).ended?.(run({ result: failure({ kind }) }), to);
  return { connections, notices, credentials, end, asked: () => asked };
}
const restarted = (document: object): Response =>
  Response.json({ ...document, credentials: { accessKeyId: 'AKIANEW', secretAccessKey: 's' } });

test.each<InvokeErrorKind>(['credentials', 'network'])(
  'a run that ended with %s reads the keys of a restarted server once, and says that nothing was sent again',
  async (kind) => {
    const { end, notices, credentials, asked } = await setUp(restarted);
    end(kind);
    await until(() => expect(notices.getState().notices).toHaveLength(1));
    expect(notices.getState().notices[0]?.text).toContain('Nothing was sent again');
    expect(credentials.get('local')?.accessKeyId).toBe('AKIANEW');
    expect(asked()).toBe(2);
  },
);

test('a server that is gone is said', async () => {
  const { end, notices } = await setUp(() => {
    throw new TypeError('Failed to fetch');
  });
  end('network');
  await until(() => expect(notices.getState().notices[0]?.text).toContain('does not answer'));
});

test('other errors, other connections and successes read nothing', async () => {
  const { connections, notices, end, asked } = await setUp(restarted);
  end('throttled');
  end('credentials', connection());
  reconnectLocal(connections, notices).ended?.(run({ result: answer() }), local);
  reconnectLocal(connections, notices).ended?.(run({ result: null }), local);
  expect(asked()).toBe(1);
});
