import { openDB } from 'idb';
import { expect, onTestFinished, test } from 'vitest';
import { spellingsIn } from '../../tests/secret-finder.ts';
import { createInvokeClient, type FetchPort } from '../core/index.ts';
import { createClientFactory } from './client-factory.ts';
import { createConnectionStore } from './connection-store.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { persistDrafts } from './draft-persistence.ts';
import { openDraftSession } from './draft-session.ts';
import { createDraftStore } from './draft-store.ts';
import { toRunRequest } from './draft.ts';
import { createHistoryStore } from './history-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPagePresence } from './page-presence.ts';
import { createReadQueries } from './read-queries.ts';
import { rememberLastRun } from './restore-runs.ts';
import { createRunService } from './run-service.ts';
import { createRunStore } from './run-store.ts';
import { connection, freshName, newSharedText, openTab, textStorage, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';

const canaries = {
  accessKeyId: 'ASIACANARYCANARY0001',
  secretAccessKey: 'CanarySecret/wJalrXUtnFEMI+K7MDENG/bPxRfiCY',
  sessionToken: 'CanaryToken//FwoGZXIvYXdzEJr+/=="',
};
const local = {
  name: 'Local',
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:7412',
  accountId: null,
  credentials: {
    accessKeyId: 'AKIACANARYCANARY0002',
    secretAccessKey: 'CanaryLocalSecret/1+2/wJalrXUtnFEMI',
  },
  functionsDir: 'functions',
  allowedEndpoints: [],
};
const secrets = [...Object.values(canaries), ...Object.values(local.credentials)];

/** Everything that can be reached from a value, as text; bytes are read as UTF-8. */
function dump(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Uint8Array) return new TextDecoder().decode(inner);
    if (inner instanceof Set || inner instanceof Map) return [...inner];
    return inner;
  });
}

async function dumpDatabase(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = [...db.objectStoreNames];
  const all = await Promise.all(
    stores.map(async (store) => [store, await db.getAllKeys(store), await db.getAll(store)]),
  );
  db.close();
  return dump(all);
}

/** The state as an app composes it, over a fetch that is ours. */
function compose(fetch: FetchPort) {
  const frame = openTab();
  onTestFinished(() => frame.close());
  const name = freshName('secrets');
  const device = newSharedText();
  const tab = newSharedText();
  const notices = createNoticeStore();
  const storage = openStorage({ notices, name });
  const randomUUID = (): string => crypto.randomUUID();
  const credentials = createCredentialMemory();
  const connections = createConnectionStore({
    storage: textStorage(device),
    tabStorage: textStorage(tab),
    credentials,
    fetch: async () => Response.json(local),
  });
  const session = openDraftSession({ tabStorage: textStorage(tab), locks: frame.locks, randomUUID });
  const drafts = createDraftStore({ randomUUID });
  const hints = textStorage(device);
  const onPageHide = () => () => undefined;
  const persistence = persistDrafts({ drafts, storage, session, hints, onPageHide });
  const presence = createPagePresence(frame.locks, randomUUID);
  const history = createHistoryStore({ storage, presence, notices });
  const clientFor = createClientFactory({
    exchange: () => Promise.reject(new Error('No session was expected.')),
    now: () => new Date(),
    createClient: createInvokeClient,
    credentials,
    ports: { fetch, sleep: () => Promise.resolve() },
  });
  const runs = createRunStore();
  const service = createRunService({
    clientFor,
    runs,
    history: history.getState().actions,
    guards: [],
    listeners: [rememberLastRun(drafts)],
    now: () => new Date(),
    randomUUID,
    monotonicMs: () => performance.now(),
    sleep: () => new Promise(() => undefined),
  });
  const reads = createReadQueries({ clientFor, credentials, sleep: () => Promise.resolve() });
  return {
    name,
    device,
    tab,
    notices,
    credentials,
    connections,
    drafts,
    persistence,
    history,
    runs,
    service,
    reads,
  };
}

type Answer = (quoted: string) => Response | Promise<Response>;

/** `quoted` is what a careless service or browser might repeat: the keys of that request, and its signature. */
const answers: [string, Answer, boolean][] = [
  ['a success', () => new Response('{"ok":true}', { headers: { 'x-amzn-requestid': 'r1' } }), false],
  [
    'a refused signature that quotes the request',
    (quoted) => Response.json({ __type: 'InvalidSignatureException', message: quoted }, { status: 403 }),
    false,
  ],
  ['a lost connection', (quoted) => Promise.reject(new TypeError(`Failed: ${quoted}`)), false],
  ['a stream that is no stream', (quoted) => new Response(quoted), true],
];

function quote(authorization: string): string {
  const { secretAccessKey, sessionToken } = { sessionToken: '', ...usedKeys(authorization) };
  return [secretAccessKey, sessionToken, /Signature=.*/.exec(authorization)?.[0]].join(' ');
}

function usedKeys(authorization: string) {
  return authorization.includes(canaries.accessKeyId) ? canaries : local.credentials;
}

test.each(answers)(
  'after %s no credential is in any storage, store or key',
  async (_what, answer, stream) => {
    const sent: string[] = [];
    const app = compose(async (_url, { headers }) => {
      const { authorization = '' } = headers;
      sent.push(authorization);
      return answer(quote(authorization));
    });
    await app.connections.getState().actions.readLocal();
    const { actions } = app.connections.getState();
    actions.save({ ...connection(), kind: 'aws' });
    actions.setCredentials('c1', canaries);
    const given = connection();
    const [draft] = app.drafts.getState().drafts;
    if (!draft) throw new Error('There is always a draft.');
    app.drafts.getState().actions.update(draft.id, { functionName: 'hello', stream });
    const [edited] = app.drafts.getState().drafts;
    for (const to of [given, { ...given, id: 'local', endpoint: local.endpoint }]) {
      const request = toRunRequest(edited ?? draft, to);
      const run = await app.service.start({ draftId: draft.id, request, connection: to }).done;
      expect(run.prepared?.canonicalRequest).toContain('x-amz-date');
      await until(async () => {
        expect((await app.history.getState().actions.get(run.id))?.outcome).toBe(run.outcome);
      });
    }
    await app.persistence.restored;
    app.persistence.flush();

    // Both keys did sign: there was something to leak.
    expect(sent.join()).toContain(canaries.accessKeyId);
    expect(sent.join()).toContain(local.credentials.accessKeyId);
    const stored = [await dumpDatabase(app.name), dump([...app.device.map, ...app.tab.map])];
    const stores = [app.notices, app.connections, app.drafts, app.history, app.runs];
    const shown = stores.map((store) => dump(store.getState()));
    for (const place of [...stored, ...shown]) {
      for (const secret of secrets) expect(spellingsIn(place, secret)).toEqual([]);
      for (const line of sent) expect(place).not.toContain(/Signature=(\w+)/.exec(line)?.[1]);
    }
    // A query key tells accounts apart by the access key id, in memory alone; the secrets are not in it.
    const key = dump(app.reads.functions(given).queryKey);
    for (const secret of [canaries.secretAccessKey, canaries.sessionToken])
      expect(spellingsIn(key, secret)).toEqual([]);
  },
);
