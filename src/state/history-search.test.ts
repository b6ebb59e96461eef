import { expect, test } from 'vitest';
import { parseHistoryQuery } from './history-query.ts';
import { findRuns, searchTexts, undecidedRuns } from './history-search.ts';
import { toRecord } from './run-record.ts';
import { answer, payload, run, runRequest, runSummary } from './state.fixture.ts';
import { createMemoryStorage } from './storage-memory.ts';

const runs = [
  runSummary({ id: 'c', connectionName: 'Test', functionName: 'orders', outcome: 'function-error' }),
  runSummary({ id: 'b', connectionName: 'Test', functionName: 'hello' }),
  runSummary({ id: 'a', connectionName: 'Test', functionName: 'orders', requestId: 'REQ-77' }),
];
const favourites = new Map([['b', { v: 1, id: 'b', revision: 1, name: 'Known Good' } as const]]);

const found = (text: string): string =>
  findRuns(runs, parseHistoryQuery(text, new Date()), favourites)
    .map(({ id }) => id)
    .join('');

test('words are found in names, ids, outcomes and the names of favourites, all of them', () => {
  expect(found('')).toBe('cba');
  expect(found('orders')).toBe('ca');
  expect(found('orders req-77')).toBe('a');
  expect(found('function error')).toBe('c');
  expect(found('succeeded hello')).toBe('b');
  expect(found('known')).toBe('b');
  expect(found('good hello')).toBe('b');
  expect(found('is:favourite')).toBe('b');
  expect(found('nowhere')).toBe('');
});

test('texts need to be looked at only where a filter holds and a word is missing', () => {
  const query = parseHistoryQuery('fn:orders req-77', new Date());
  expect(undecidedRuns(runs, query, favourites).map(({ id }) => id)).toEqual(['c']);
  expect(undecidedRuns(runs, parseHistoryQuery('fn:orders', new Date()), favourites)).toEqual([]);
});

async function storedRuns() {
  const db = createMemoryStorage();
  const log = { base64: '', text: 'START\nGrüße from the log', truncated: false };
  const bodies: Record<string, Parameters<typeof run>[0]> = {
    c: { request: runRequest({ payload: payload('{"order":"ORD_8812"}') }) },
    b: { result: answer({ payload: new TextEncoder().encode('{"ord_8812":1}') }), outcome: 'success' },
    a: { result: answer({ logResult: log }), outcome: 'success' },
  };
  for (const [id, fields] of Object.entries(bodies)) {
    const record = await toRecord(run({ id, ...fields }), 'p', () => Promise.resolve(null));
    await db.write([{ type: 'put', store: 'runBodies', key: id, value: record?.body }]);
  }
  return db;
}

async function inTexts(text: string, signal = new AbortController().signal) {
  const steps: string[] = [];
  await searchTexts({
    db: await storedRuns(),
    summaries: runs,
    words: parseHistoryQuery(text, new Date()).words,
    favourites,
    signal,
    monotonicMs: () => 0,
    onStep: (ids, lookedAt) => steps.push(`${ids.join('')}/${lookedAt}`),
  });
  return steps;
}

test('payloads, responses and logs are looked through', async () => {
  expect(await inTexts('ord_8812')).toEqual(['cb/3']);
  expect(await inTexts('grüße')).toEqual(['a/3']);
  expect(await inTexts('ord_8812 orders')).toEqual(['c/3']);
  expect(await inTexts('ord_8812 nowhere')).toEqual(['/3']);
});

test('a search that is no longer wanted stops', async () => {
  expect(await inTexts('ord', AbortSignal.abort())).toEqual([]);
});
