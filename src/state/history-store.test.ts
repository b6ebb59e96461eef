import { describe, expect, onTestFinished, test } from 'vitest';
import { createHistoryStore } from './history-store.ts';
import type { HistoryState } from './history-types.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPagePresence } from './page-presence.ts';
import {
  answer,
  attempt,
  failure,
  freshName,
  openTab,
  payload,
  run,
  runRequest,
  traces,
  until,
} from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb } from './storage-types.ts';

/** A page of the console with its history; `close` is the end of its browser tab. */
function openPage(name: string, given?: StorageDb) {
  const frame = openTab();
  onTestFinished(() => frame.close());
  const notices = createNoticeStore();
  const storage = given ? Promise.resolve(given) : openStorage({ notices, name });
  const presence = createPagePresence(frame.locks, () => crypto.randomUUID());
  const store = createHistoryStore({ storage, presence, notices });
  return {
    close: frame.close,
    storage,
    notices,
    presence,
    state: (): HistoryState => store.getState(),
    actions: store.getState().actions,
    ids: () => store.getState().summaries.map(({ id }) => id),
  };
}

const ended = { endedAt: new Date('2026-05-01T10:00:02.000Z'), outcome: 'success', saved: 'saved' } as const;
const log = {
  base64: 'eA==',
  text: 'START\nREPORT',
  truncated: false,
  report: { requestId: 'r1', durationMs: 12.5, billedDurationMs: 13, memorySizeMB: 128, maxMemoryUsedMB: 70 },
};

describe('a record', () => {
  test('is there before the run ends, and whole after it', async () => {
    const name = freshName('history');
    const page = openPage(name);
    const begun = run({ request: runRequest({ payload: payload('\uFEFF{"n":1e400,\r\n"n":1}') }) });
    expect(await page.actions.begin(begun)).toEqual({ ok: true, value: undefined });
    expect(page.state().summaries).toMatchObject([{ id: begun.id, state: 'sending', outcome: null }]);
    const prepared = {
      method: 'POST',
      url: 'https://lambda.eu-west-1.amazonaws.com/x',
      headers: { host: 'lambda.eu-west-1.amazonaws.com' },
      canonicalRequest: 'POST\n',
      stringToSign: 'AWS4',
      signedHeaders: ['host'],
    };
    const result = answer({
      requestId: 'r1',
      executedVersion: '7',
      executedVersionSource: 'log',
      logResult: log,
    });
    const { attempts } = result;
    const done = run({ ...begun, ...ended, ...traces, result, attempts, prepared, roundTripMs: 31.5 });
    await page.actions.complete(done);

    const later = openPage(name);
    await later.actions.load();
    expect(later.state()).toMatchObject({ phase: 'ready', hasMore: false, interrupted: [] });
    expect(later.state().summaries).toMatchObject([
      { state: 'done', outcome: 'success', durationMs: 12.5, executedVersion: '7', roundTripMs: 31.5 },
    ]);
    const restored = await later.actions.get(done.id);
    const body = done.request.payload.bytes;
    expect(restored).toEqual({ ...done, restored: true, prepared: { ...prepared, body } });
  });

  test('keeps what an error says, but not a cause that nothing can copy', async () => {
    const name = freshName('history');
    const page = openPage(name);
    const result = failure({
      kind: 'throttled',
      code: 'TooManyRequestsException',
      statusCode: 429,
      mayHaveRun: 'no',
      body: new TextEncoder().encode('{}'),
      cause: () => 'a function',
    });
    expect(await page.actions.complete(run({ ...ended, outcome: 'rejected', result }))).toMatchObject({
      ok: true,
    });
    const restored = await openPage(name).actions.get(run().id);
    expect(restored?.result).toMatchObject({
      ok: false,
      error: { code: 'TooManyRequestsException', body: new TextEncoder().encode('{}') },
    });
    expect(restored?.result?.ok === false && 'cause' in restored.result.error).toBe(false);
  });

  test('holds bodies up to the bound, and of larger ones the size and the hash', async () => {
    const name = freshName('history');
    const page = openPage(name);
    const whole = 'x'.repeat(262_144);
    const result = answer({ payload: new TextEncoder().encode(`${whole}x`) });
    await page.actions.complete(run({ ...ended, result, request: runRequest({ payload: payload(whole) }) }));
    const restored = await openPage(name).actions.get(run().id);
    expect(restored?.request.payload.bytes.length).toBe(262_144);
    expect(restored?.omitted).toEqual({
      response: {
        sizeBytes: 262_145,
        // By sha256sum, of 262,145 times the letter x.
        sha256: '9408817bc040328d1c403ff97e94cea3dfd3a361b2fb7ecc7af75ff3a5157139',
      },
    });
    expect(page.state().summaries).toMatchObject([{ requestBytes: 262_144, responseBytes: 262_145 }]);
  });

  test('of something never sent is taken out again', async () => {
    const name = freshName('history');
    const page = openPage(name);
    await page.actions.begin(run());
    await page.actions.discard(run().id);
    expect(page.ids()).toEqual([]);
    const later = openPage(name);
    await later.actions.load();
    expect(later.ids()).toEqual([]);
    expect(await later.actions.get(run().id)).toBeNull();
  });
});

describe('a run that its page did not live to complete', () => {
  test('is an unknown outcome at the next start', async () => {
    const name = freshName('history');
    const page = openPage(name);
    await page.actions.begin(run());
    page.close();
    const next = openPage(name);
    await next.actions.load();
    await until(() => expect(next.state().interrupted).toHaveLength(1));
    expect(next.state().summaries).toMatchObject([{ state: 'interrupted', outcome: 'unknown' }]);
    expect(await next.actions.get(run().id)).toMatchObject({
      interrupted: true,
      outcome: 'unknown',
      result: null,
    });
  });

  test('is left alone while that page lives, and marked as soon as it is gone', async () => {
    const name = freshName('history');
    const page = openPage(name);
    await page.actions.begin(run());
    const other = openPage(name);
    await other.actions.load();
    expect(other.state()).toMatchObject({ interrupted: [], summaries: [{ state: 'sending' }] });
    page.close();
    await until(() => expect(other.state().interrupted).toMatchObject([{ id: run().id }]));
  });

  test('is not marked when it was completed after the other page had looked', async () => {
    const name = freshName('history');
    const page = openPage(name);
    await page.actions.begin(run());
    const other = openPage(name);
    await other.actions.load();
    await page.actions.complete(run({ ...ended, result: answer() }));
    const again = openPage(name);
    await again.actions.load();
    page.close();
    await other.presence.whenGone(page.presence.pageId);
    expect(again.state().summaries).toMatchObject([{ state: 'done' }]);
    expect(await again.actions.get(run().id)).toMatchObject({ interrupted: false, outcome: 'success' });
    expect(other.state().interrupted).toEqual([]);
  });
});

describe('a long history', () => {
  test('is sealed into pages and read page by page, newest first', async () => {
    const name = freshName('history');
    const page = openPage(name);
    const id = (number: number): string => `0l${String(number).padStart(7, '0')}-x`;
    const total = 2200;
    const db = await page.storage;
    await page.actions.complete(run({ ...ended, id: id(0), result: answer(), attempts: [attempt()] }));
    const read = await db.transact(['runSummaries', 'runBodies'], 'readonly', async (tx) => ({
      summary: Object(await tx.get('runSummaries', id(0))),
      body: Object(await tx.get('runBodies', id(0))),
    }));
    if (!read.ok) throw new Error(read.error.message);
    const { summary, body } = read.value;
    await db.write(
      Array.from({ length: total - 1 }, (_, index) => id(index + 1)).flatMap((key) => [
        { type: 'put', store: 'runSummaries', key, value: { ...summary, id: key } } as const,
        { type: 'put', store: 'runBodies', key, value: { ...body, id: key } } as const,
      ]),
    );

    const sealing = openPage(name);
    await sealing.actions.load();
    expect(sealing.ids()).toHaveLength(total);
    const next = openPage(name);
    await next.actions.load();
    expect(next.ids()).toHaveLength(total - 3 * 512);
    expect(next.ids()[0]).toBe(id(total - 1));
    expect(next.state().hasMore).toBe(true);
    expect(await next.actions.get(id(700))).toMatchObject({ id: id(700), outcome: 'success' });
    while (next.state().hasMore) await next.actions.loadMore();
    expect(next.ids()).toEqual(Array.from({ length: total }, (_, index) => id(total - 1 - index)));
  });
});

describe('damage', () => {
  test('of some records leaves the others readable and is said', async () => {
    const name = freshName('history');
    const page = openPage(name);
    await page.actions.complete(run({ ...ended, result: answer() }));
    await (
      await page.storage
    ).write([
      { type: 'put', store: 'runSummaries', key: '0l0000001-bad', value: { v: 1, id: 5 } },
      { type: 'put', store: 'runSummaries', key: '0l0000002-new', value: { v: 2 } },
      { type: 'put', store: 'runPages', key: '0k', value: 'garbage' },
      { type: 'put', store: 'runBodies', key: '0l0000001-bad', value: { constructor: 1 } },
    ]);
    const next = openPage(name);
    await next.actions.load();
    expect(next.ids()).toEqual([run().id]);
    expect(next.notices.getState().notices).toMatchObject([
      { text: expect.stringContaining('2 of the saved runs') },
    ]);
    await next.actions.loadMore();
    expect(next.state().hasMore).toBe(false);
    expect(await next.actions.get('0l0000001-bad')).toBeNull();
  });

  test('without storage the runs of this page are there all the same', async () => {
    const page = openPage('', createMemoryStorage());
    await page.actions.load();
    await page.actions.complete(run({ ...ended, result: answer() }));
    expect(page.state()).toMatchObject({ phase: 'unavailable', summaries: [{ outcome: 'success' }] });
    expect(await page.actions.get(run().id)).toMatchObject({ outcome: 'success' });
  });
});
