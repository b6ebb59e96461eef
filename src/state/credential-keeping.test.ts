import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { asImported, connectionEdits } from './connection-edits.ts';
import { createConnectionStore } from './connection-store.ts';
import type { StoredConnection } from './connection-types.ts';
import { createCredentialKeeper } from './credential-keeper.ts';
import { createKeeping } from './credential-keeping.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { keptRecords } from './kept-records.ts';
import type { PageOrigin } from './keep-level.ts';
import { connection, freshName, newSharedText, textStorage } from './state.fixture.ts';
import { storedConnections } from './stored-connections.ts';

const keys = {
  accessKeyId: 'ASIACANARY0001',
  secretAccessKey: 'CanarySecret/wJalr+UtnFEMI',
  sessionToken: 'CanaryToken//FwoGZXIv+==',
};
const hosted: PageOrigin = { isSecure: true, isLoopback: false };

interface Page {
  device?: ReturnType<typeof newSharedText>;
  name?: string;
  origin?: PageOrigin;
  now?: Date;
}

/** A page over what a device keeps; a second one of the same names is the next start. */
function openPage({
  device = newSharedText(),
  name = freshName('kept'),
  origin = hosted,
  now = new Date(),
}: Page = {}) {
  const credentials = createCredentialMemory();
  const storage = textStorage(device);
  const connections = createConnectionStore({
    storage,
    tabStorage: textStorage(),
    credentials,
    fetch: async () => new Response('', { status: 404 }),
  });
  const timers: (() => void)[] = [];
  const keeping = createKeeping({
    connections,
    origin,
    loadKeeper: async () =>
      createCredentialKeeper({
        records: keptRecords(name),
        credentials,
        connections: () => connections.getState().connections,
        now: () => now,
      }),
    onActivity: () => () => undefined,
    startTimer: (callback) => {
      timers.push(callback);
      return () => undefined;
    },
  });
  const edits = connectionEdits({
    stored: storedConnections(storage),
    credentials,
    randomUUID: () => 'copy',
    show: () => connections.getState().actions.refresh(),
  });
  return {
    device,
    name,
    credentials,
    connections,
    keeping,
    timers,
    edits,
    actions: keeping.getState().actions,
  };
}

const kept = (keep: StoredConnection['keep']): StoredConnection => ({ ...connection(), kind: 'aws', keep });

/** Everything that a script of this origin can read, as text. */
async function dumpAll(page: ReturnType<typeof openPage>): Promise<string> {
  const found: unknown[] = [
    [...page.device.map],
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
  ];
  for (const { name = '' } of await indexedDB.databases()) {
    if (name !== page.name) continue;
    const db = await openDB(name);
    for (const store of db.objectStoreNames) found.push(await db.getAllKeys(store), await db.getAll(store));
    db.close();
  }
  for (const cache of await caches.keys()) found.push(await (await caches.open(cache)).keys());
  return JSON.stringify(found, (_key, value: unknown) => {
    if (value instanceof Uint8Array) return [new TextDecoder('latin1').decode(value), [...value].join()];
    return value;
  });
}

const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  btoa(secret).replace(/=+$/, ''),
  [...new TextEncoder().encode(secret)].join(),
];

describe('in this page', () => {
  test('nothing of the keys is in any storage', async () => {
    const page = openPage();
    page.connections.getState().actions.save(kept('memory'));
    page.connections.getState().actions.setCredentials('c1', keys);
    const dump = await dumpAll(page);
    for (const text of Object.values(keys).flatMap(spellings)) expect(dump).not.toContain(text);
  });
});

describe('on this device', () => {
  test('a key that signs and can’t be read comes back after a reload', async () => {
    const page = openPage();
    page.connections.getState().actions.save(kept('device'));
    expect(await page.actions.keep(kept('device'), keys, '')).toEqual({ ok: true });
    const dump = await dumpAll(page);
    for (const text of spellings(keys.secretAccessKey)) expect(dump).not.toContain(text);

    const next = openPage(page);
    await next.actions.restore();
    const source = next.credentials.get('c1');
    expect(source).toMatchObject({ accessKeyId: keys.accessKeyId, sessionToken: keys.sessionToken });
    if (!source || !('signingKey' in source)) throw new Error('A key was kept.');
    await expect(crypto.subtle.exportKey('raw', source.signingKey)).rejects.toMatchObject({
      name: 'InvalidAccessError',
    });
  });

  test('keys that have ended, and those of another address, are deleted at the next start', async () => {
    const page = openPage();
    const expiration = new Date(Date.now() + 60_000);
    page.connections.getState().actions.save(kept('device'));
    await page.actions.keep(kept('device'), { ...keys, expiration }, '');
    const later = openPage({ ...page, now: new Date(expiration.getTime() + 1) });
    await later.actions.restore();
    expect(later.credentials.get('c1')).toBeUndefined();
    expect((await keptRecords(page.name).all()).size).toBe(0);

    await page.actions.keep(kept('device'), keys, '');
    page.connections.getState().actions.save({ ...kept('device'), region: 'us-east-1' });
    const moved = openPage(page);
    await moved.actions.restore();
    expect(moved.credentials.get('c1')).toBeUndefined();
  });

  test('is refused where another program may be served at the same address, and without https', async () => {
    const loopback = openPage({ origin: { isSecure: true, isLoopback: true } });
    expect(await loopback.actions.keep(kept('device'), keys, '')).toMatchObject({ ok: false });
    const plain = openPage({ origin: { isSecure: false, isLoopback: false } });
    expect(await plain.actions.keep(kept('vault'), keys, 'p')).toMatchObject({ ok: false });
    expect((await keptRecords(loopback.name).all()).size).toBe(0);
  });
});

describe('in the vault', () => {
  test('nothing can be read, and only the passphrase opens it', { timeout: 30_000 }, async () => {
    const page = openPage({ origin: { isSecure: true, isLoopback: true } });
    page.connections.getState().actions.save(kept('vault'));
    expect(await page.actions.keep(kept('vault'), keys, '')).toMatchObject({ ok: false });
    expect(await page.actions.keep(kept('vault'), keys, 'correct horse')).toEqual({ ok: true });
    const dump = await dumpAll(page);
    for (const text of [...Object.values(keys), 'correct horse'].flatMap(spellings)) {
      expect(dump).not.toContain(text);
    }

    const next = openPage(page);
    await next.actions.restore();
    expect(next.keeping.getState().vault).toBe('locked');
    expect(next.credentials.get('c1')).toBeUndefined();
    expect(await next.actions.unlock('wrong')).toMatchObject({ ok: false });
    expect(next.credentials.get('c1')).toBeUndefined();
    expect(await next.actions.unlock('correct horse')).toEqual({ ok: true });
    // What was unlocked signs and can't be read again.
    expect(next.credentials.get('c1')).toMatchObject({ accessKeyId: keys.accessKeyId });
    expect(next.credentials.get('c1')).not.toHaveProperty('secretAccessKey');
    expect(next.keeping.getState().vault).toBe('unlocked');

    // Idle for long enough, it locks itself.
    next.timers.at(-1)?.();
    expect(next.keeping.getState().vault).toBe('locked');
    expect(next.credentials.get('c1')).toBeUndefined();
  });

  test(
    'a new passphrase stands instead of the old one, and what is forgotten is gone',
    { timeout: 30_000 },
    async () => {
      const page = openPage();
      page.connections.getState().actions.save(kept('vault'));
      await page.actions.keep(kept('vault'), keys, 'old');
      expect(await page.actions.changePassphrase('wrong', 'new')).toMatchObject({ ok: false });
      expect(await page.actions.changePassphrase('old', 'new')).toEqual({ ok: true });
      const next = openPage(page);
      await next.actions.restore();
      expect(await next.actions.unlock('old')).toMatchObject({ ok: false });
      expect(await next.actions.unlock('new')).toEqual({ ok: true });
      await next.actions.forgetAll();
      expect(next.credentials.get('c1')).toBeUndefined();
      expect((await keptRecords(page.name).all()).size).toBe(0);
      expect(next.keeping.getState().vault).toBe('none');
    },
  );
});

test('a connection that comes back by undo, and a copy, keep nothing', async () => {
  const page = openPage();
  page.connections.getState().actions.save(kept('device'));
  page.connections.getState().actions.setCredentials('c1', keys);
  const undo = page.edits.remove('c1');
  expect(page.credentials.get('c1')).toBeUndefined();
  undo?.();
  expect(page.credentials.get('c1')).toEqual(keys);
  expect(page.connections.getState().connections).toMatchObject([{ id: 'c1', keep: 'memory' }]);
  page.edits.duplicate('c1');
  expect(page.credentials.get('copy')).toBeUndefined();
});

test('an import can make a connection stricter and never weaker, nor lead it elsewhere', () => {
  const here = { ...kept('memory'), production: true };
  const coming = {
    ...kept('memory'),
    production: false,
    readOnly: true,
    endpoint: 'https://evil.example',
    kind: 'custom' as const,
    signing: { type: 'anonymous' as const },
  };
  expect(asImported(coming, [here])).toEqual({ ...here, readOnly: true });
  expect(asImported(kept('vault'), [])).toEqual(kept('memory'));
});
