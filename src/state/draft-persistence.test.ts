import { describe, expect, test } from 'vitest';
import { newDevice, openPage, storedNames } from './draft-page.fixture.ts';
import { createNoticeStore } from './notice-store.ts';
import { deferred, newSharedText, payload, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import type { StorageDb } from './storage-types.ts';

describe('a reload', () => {
  test('brings back every draft with its payload, caret, order and last run', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const before = openPage({ device, tab });
    await before.restored;
    const [first] = before.state().drafts;
    const bytes = new TextEncoder().encode('\uFEFF{"n":1e400,\r\n"n":12345678901234567890,\n"s":"\\u0041"}');
    before.actions.loadPayloadBytes(String(first?.id), bytes, 'event.json');
    before.actions.update(String(first?.id), { caret: { line: 2, column: 7 }, functionName: 'a' });
    const second = before.actions.open({
      functionName: 'b',
      payload: payload('[1]'),
      clientContext: '{"custom":{}}',
    });
    before.actions.setLastRun(second, 'run-7');
    before.actions.move(second, 0);
    before.flush();
    before.crash();

    const after = openPage({ device, tab });
    expect(after.phase).toBe('restoring');
    await after.restored;
    expect(after.names()).toEqual(['b', 'a']);
    expect(after.state()).toMatchObject({ phase: 'ready', activeId: second });
    expect(after.state().drafts).toMatchObject([
      { lastRunId: 'run-7', clientContext: '{"custom":{}}' },
      { title: 'event.json', caret: { line: 2, column: 7 }, payload: { bytes, bom: true, eol: 'mixed' } },
    ]);
  });

  test('loses nothing that was typed longer ago than the pause, without any event of the page', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const before = openPage({ device, tab });
    await before.restored;
    before.actions.update(before.state().activeId, { functionName: 'typed' });
    await until(async () => expect(await storedNames(device)).toEqual(['typed']));
  });

  test('keeps what was typed right before the page was hidden', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const before = openPage({ device, tab });
    await before.restored;
    before.actions.update(before.state().activeId, { functionName: 'last words' });
    before.hide();
    before.crash();
    const after = openPage({ device, tab });
    await after.restored;
    expect(after.names()).toEqual(['last words']);
  });

  test('forgets drafts that were closed', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const before = openPage({ device, tab });
    await before.restored;
    before.actions.update(before.state().activeId, { functionName: 'stays' });
    const closed = before.actions.open({ functionName: 'goes' });
    before.flush();
    before.actions.close(closed);
    before.flush();
    expect(await storedNames(device)).toEqual(['stays']);
    before.crash();
    const after = openPage({ device, tab });
    await after.restored;
    expect(after.names()).toEqual(['stays']);
  });
});

describe('the first visit', () => {
  test('waits for nothing', () => {
    const page = openPage({ device: newDevice(), tab: newSharedText() });
    expect(page.state().phase).toBe('ready');
  });
});

describe('storage that is slow', () => {
  test('is not waited for, and what was typed meanwhile stays in front of what it brings', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const before = openPage({ device, tab });
    await before.restored;
    before.actions.update(before.state().activeId, { functionName: 'stored' });
    before.flush();
    before.crash();

    const gate = deferred<StorageDb>();
    const after = openPage({ device, tab, storage: gate.promise, restoreWithinMs: 1 });
    await until(() => expect(after.state().phase).toBe('ready'));
    after.actions.update(after.state().activeId, { functionName: 'typed' });
    gate.resolve(await openStorage({ notices: createNoticeStore(), name: device.name }));
    await after.restored;
    expect(after.names()).toEqual(['stored', 'typed']);
    expect(after.state().drafts.find(({ id }) => id === after.state().activeId)?.functionName).toBe('typed');
  });
});

describe('damage', () => {
  test('of one draft leaves the others, and the damaged record stays', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const before = openPage({ device, tab });
    await before.restored;
    const broken = before.actions.open({ functionName: 'broken' });
    before.actions.open({ functionName: 'whole' });
    before.actions.close(String(before.state().drafts[0]?.id));
    before.flush();
    before.crash();
    const db = await openStorage({ notices: createNoticeStore(), name: device.name });
    const session = String(tab.map.get('invoke-console.session'));
    await db.write([
      { type: 'put', store: 'drafts', key: `${session}/${broken}`, value: { v: 1, caret: 'x' } },
    ]);
    db.close();
    const after = openPage({ device, tab });
    await after.restored;
    expect(after.names()).toEqual(['whole']);
    expect(await storedNames(device)).toEqual(['undefined', 'whole']);
  });
});

test('a write that failed is made up for by the next one, deletions included', async () => {
  const device = newDevice();
  const tab = newSharedText();
  const db = await openStorage({ notices: createNoticeStore(), name: device.name });
  let full = false;
  const sometimesFull: StorageDb = {
    ...db,
    write: (changes) =>
      full ? Promise.resolve({ ok: false, error: { kind: 'quota', message: 'full' } }) : db.write(changes),
  };
  const page = openPage({ device, tab, storage: Promise.resolve(sometimesFull) });
  await page.restored;
  const closed = page.actions.open({ functionName: 'closed' });
  page.flush();
  full = true;
  page.actions.close(closed);
  page.actions.update(page.state().activeId, { functionName: 'changed' });
  page.flush();
  await Promise.resolve();
  full = false;
  page.actions.update(page.state().activeId, { qualifier: '1' });
  page.flush();
  expect(await storedNames(device)).toEqual(['changed']);
  page.crash();
  const after = openPage({ device, tab });
  await after.restored;
  expect(after.state().drafts).toMatchObject([{ functionName: 'changed', qualifier: '1' }]);
});
