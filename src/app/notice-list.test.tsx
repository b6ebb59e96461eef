import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createHistoryDialogs } from '../state/history-dialogs.ts';
import { createNoticeStore, type NoticeStore } from '../state/notice-store.ts';
import { createPresetStore } from '../state/preset-store.ts';
import { freshName } from '../state/state.fixture.ts';
import { openStorage } from '../state/storage-db.ts';
import { fullAbove } from '../state/storage-full.fixture.ts';
import type { StorageDb } from '../state/storage-types.ts';
import { NoticeList } from './notice-list.tsx';

async function showNotices(notices: NoticeStore, storage: StorageDb) {
  const dialogs = createHistoryDialogs();
  const shown: unknown[] = [];
  dialogs.subscribe(({ open }) => shown.push(open));
  const services = { notices, storage: Promise.resolve(storage), library: { dialogs } };
  const screen = await render(<NoticeList services={services} />);
  return { shown, screen };
}

test('a full storage is said, with a backup and the deletion of runs beside it', async () => {
  const notices = createNoticeStore();
  const db = await openStorage({ notices, name: freshName('full'), open: fullAbove(-1) });
  const written = await db.write([{ type: 'put', store: 'presets', key: 'a', value: 1 }]);
  expect(written.ok).toBe(false);
  const { screen, shown } = await showNotices(notices, db);
  await expect
    .element(screen.getByText('Not saved: The storage of this browser profile is full.'))
    .toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Delete runs…' })).toBeVisible();
  await screen.getByRole('button', { name: 'Back up…' }).click();
  await screen.getByRole('button', { name: 'Delete runs…' }).click();
  expect(shown).toEqual([{ name: 'save-backup' }, { name: 'clear' }]);
  await screen.getByRole('button', { name: 'Dismiss' }).click();
  expect(notices.getState().notices).toEqual([]);
});

test('presets that can not be read are said, and saved as they lie there', async () => {
  const notices = createNoticeStore();
  const db = await openStorage({ notices, name: freshName('damaged') });
  const damaged = { v: 1, id: 'a', name: 'Precious', revision: 'one' };
  await db.write([
    { type: 'put', store: 'presets', key: 'a', value: damaged },
    { type: 'put', store: 'runBodies', key: 'r', value: { v: 9, bytes: Uint8Array.of(1) } },
    { type: 'put', store: 'favourites', key: 'r', value: { v: 1, id: 'r', revision: 1, name: 'Kept' } },
  ]);
  const channel = { tell: () => undefined, listen: () => undefined };
  const randomUUID = (): string => crypto.randomUUID();
  const presets = createPresetStore({ storage: Promise.resolve(db), channel, randomUUID, notices });
  await presets.getState().actions.load();
  const { screen } = await showNotices(notices, db);
  await expect.element(screen.getByText('1 of the saved presets can not be read.')).toBeVisible();

  let href = '';
  using click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(
    this: HTMLAnchorElement,
  ) {
    href = this.href;
  });
  await screen.getByRole('button', { name: 'Save them as a file' }).click();
  await expect.poll(() => href).not.toBe('');
  const file = await fetch(href);
  const text = await new Response(file.body?.pipeThrough(new DecompressionStream('gzip'))).text();
  expect(click).toHaveBeenCalledOnce();
  expect(
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([
    { store: 'runBodies', key: 'r', value: { v: 9, bytes: { $bytes: 'AQ==' } } },
    { store: 'presets', key: 'a', value: damaged },
  ]);
});
