import { describe, expect, test } from 'vitest';
import { connectionEdits } from './connection-edits.ts';
import { createConnectionStore } from './connection-store.ts';
import { activeConnection, type ConnectionState, type StoredConnection } from './connection-types.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { storedConnections } from './stored-connections.ts';
import { connection, newSharedText, textStorage } from './state.fixture.ts';

const localDocument = {
  name: 'Local',
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:7412',
  accountId: '123456789012',
  credentials: { accessKeyId: 'AKIALOCAL1', secretAccessKey: 'local-secret' },
  functionsDir: 'functions',
  allowedEndpoints: ['http://localhost:4566'],
};
const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
const html = (status: number): Response =>
  new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html' } });
const stored = (overrides: Partial<StoredConnection> = {}): StoredConnection => ({
  ...connection(),
  kind: 'aws',
  ...overrides,
});

function setUp(
  answers: (() => Response)[] = [() => json(localDocument)],
  device = newSharedText(),
  tab = newSharedText(),
) {
  const asked: string[] = [];
  const credentials = createCredentialMemory();
  const store = createConnectionStore({
    storage: textStorage(device),
    tabStorage: textStorage(tab),
    credentials,
    fetch: async (url) => {
      asked.push(url);
      const next = answers[Math.min(asked.length, answers.length) - 1];
      if (!next) throw new TypeError('Failed to fetch');
      return next();
    },
  });
  const state = (): ConnectionState => store.getState();
  return {
    state,
    actions: state().actions,
    edits: connectionEdits({
      stored: storedConnections(textStorage(device)),
      credentials,
      randomUUID: () => 'copy',
      show: () => state().actions.refresh(),
    }),
    active: () => activeConnection(state()),
    credentials,
    asked,
    device,
    tab,
  };
}

describe('the local endpoint', () => {
  test('is a ready connection, active where no other was chosen', async () => {
    const { state, actions, active, credentials, asked } = setUp();
    expect(state()).toMatchObject({ local: { state: 'reading' }, activeId: null });
    expect(await actions.readLocal()).toBe('changed');
    expect(asked).toEqual(['connection.json']);
    expect(active()).toMatchObject({ id: 'local', kind: 'local', endpoint: 'http://127.0.0.1:7412' });
    expect(state().local).toEqual({
      state: 'ready',
      functionsDir: 'functions',
      presetsDir: null,
      allowedEndpoints: ['http://localhost:4566'],
    });
    expect(credentials.get('local')).toEqual(localDocument.credentials);
    expect(state().withCredentials).toEqual(new Set(['local']));
  });

  test('is never stored', async () => {
    const { actions, device, tab } = setUp();
    await actions.readLocal();
    actions.activate('local');
    const dump = JSON.stringify([...device.map, ...tab.map]);
    for (const word of ['AKIALOCAL1', 'local-secret', '7412']) expect(dump).not.toContain(word);
  });

  test('is read once for all who ask at the same time', async () => {
    const { actions, asked } = setUp();
    expect(await Promise.all([actions.readLocal(), actions.readLocal()])).toEqual(['changed', 'changed']);
    expect(asked).toHaveLength(1);
    expect(await actions.readLocal()).toBe('same');
    expect(asked).toHaveLength(2);
  });

  test('that was restarted has new keys', async () => {
    const restarted = { ...localDocument, credentials: { accessKeyId: 'AKIALOCAL2', secretAccessKey: 's2' } };
    const moved = { ...restarted, endpoint: 'http://127.0.0.1:7999' };
    const { actions, credentials, active } = setUp([
      () => json(localDocument),
      () => json(restarted),
      () => json(moved),
    ]);
    await actions.readLocal();
    expect(await actions.readLocal()).toBe('changed');
    expect(credentials.get('local')).toEqual(restarted.credentials);
    await actions.readLocal();
    expect(active()?.endpoint).toBe('http://127.0.0.1:7999');
    expect(credentials.get('local')).toEqual(moved.credentials);
  });

  test.each([
    ['a 404', () => html(404)],
    ['a 404 in JSON', () => json({}, 404)],
    ['its own page for every address', () => html(200)],
  ])('is absent where a static host answers with %s', async (_what, response) => {
    const { state, actions, active } = setUp([response]);
    expect(await actions.readLocal()).toBe('absent');
    expect(state().local).toEqual({ state: 'absent' });
    expect(active()).toBeUndefined();
  });

  test.each([
    ['nothing answers', undefined, 'does not answer'],
    [
      'the answer is cut',
      () => new Response('{"na', { headers: { 'content-type': 'application/json' } }),
      'answer',
    ],
    ['it is refused', () => json({}, 403), '403'],
    ['it is of another shape', () => json({ ...localDocument, credentials: null }), 'another version'],
    ['its endpoint is no URL', () => json({ ...localDocument, endpoint: 'x' }), 'another version'],
  ])('has failed when %s, and the reason is said', async (_what, response, words) => {
    const { state, actions } = setUp(response ? [response] : []);
    expect(await actions.readLocal()).toBe('failed');
    expect(state().local).toMatchObject({ state: 'failed', message: expect.stringContaining(words) });
  });
});

describe('stored connections', () => {
  test('outlive the page, without any credential', () => {
    const { actions, device, tab } = setUp();
    const withSecrets = {
      ...stored(),
      secretAccessKey: 'canary-1',
      credentials: { secretAccessKey: 'canary-2' },
    };
    expect(actions.save(withSecrets)).toBe(true);
    actions.setCredentials('c1', {
      accessKeyId: 'AKIACANARY',
      secretAccessKey: 'canary-3',
      sessionToken: 'canary-4',
    });
    actions.activate('c1');
    expect(JSON.stringify([...device.map, ...tab.map])).not.toMatch(/canary/i);
    const next = setUp([], device, tab);
    expect(next.state().connections).toEqual([stored()]);
    expect(next.active()).toEqual(stored());
    expect(next.state().withCredentials).toEqual(new Set());
  });

  test('keep no password in an address, and none that calls itself local', () => {
    const { actions, state } = setUp();
    expect(actions.save(stored({ endpoint: 'https://user:canary@example.com' }))).toBe(false);
    expect(actions.save(stored({ id: 'local' }))).toBe(false);
    expect(state().connections).toEqual([]);
  });

  test('lose their credentials with a new address, and not with a new name', () => {
    const { actions, state, credentials } = setUp();
    actions.save(stored());
    actions.setCredentials('c1', { accessKeyId: 'AKIA1', secretAccessKey: 's' });
    actions.save(stored({ name: 'Renamed' }));
    expect(state().withCredentials).toEqual(new Set(['c1']));
    actions.save(stored({ kind: 'custom', endpoint: 'https://elsewhere.example' }));
    expect(credentials.get('c1')).toBeUndefined();
    expect(state().withCredentials).toEqual(new Set());
  });

  test('are forgotten with their credentials', () => {
    const { actions, edits, state, credentials } = setUp();
    actions.save(stored());
    actions.setCredentials('c1', { accessKeyId: 'AKIA1', secretAccessKey: 's' });
    edits.remove('c1');
    expect(state().connections).toEqual([]);
    expect(credentials.get('c1')).toBeUndefined();
  });

  test('of two tabs are kept, and each tab keeps its own choice', () => {
    const device = newSharedText();
    const one = setUp([], device);
    const other = setUp([], device);
    one.actions.save(stored({ id: 'a', name: 'A' }));
    other.actions.save(stored({ id: 'b', name: 'B' }));
    expect(one.state().connections.map(({ id }) => id)).toEqual(['a', 'b']);
    one.actions.activate('a');
    other.actions.activate('b');
    one.actions.save(stored({ id: 'a', name: 'A again' }));
    expect(one.active()?.id).toBe('a');
    expect(other.active()?.id).toBe('b');
  });

  test('are never chosen in place of one that is gone', async () => {
    const device = newSharedText();
    const one = setUp([() => html(404)], device);
    one.actions.save(stored({ id: 'a' }));
    one.actions.save(stored({ id: 'production' }));
    one.actions.activate('a');
    one.edits.remove('a');
    await one.actions.readLocal();
    expect(one.active()).toBeUndefined();
  });

  test.each([
    ['no JSON', '{'],
    ['another version', '{"v":2,"connections":[]}'],
    ['a list of nonsense', '{"v":1,"connections":[1,null,{"id":"x"},{"__proto__":{"polluted":true}}]}'],
  ])('that are damaged (%s) are left out', (_what, text) => {
    const { state } = setUp([], newSharedText({ 'invoke-console.connections': text }));
    expect(state().connections).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
