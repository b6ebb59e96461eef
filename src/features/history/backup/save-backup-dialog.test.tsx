import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { preset } from '../../../documents/preset.fixture.ts';
import { openConsole, presetsOf } from '../../../state/backup.fixture.ts';
import { putPreset } from '../../../state/stored-preset.ts';
import type { HistoryPort } from '../history-port.ts';
import { SaveBackupDialog } from './save-backup-dialog.tsx';

const secret = 'AKIAIOSFODNN7EXAMPLE';

async function askedForBackup() {
  const { db, deps } = openConsole();
  const request = { ...preset().request, payload: `{"key":"${secret}"}` };
  const id = crypto.randomUUID();
  await db.transact(['presets', 'presetBodies'], 'readwrite', (tx) =>
    putPreset(tx, preset({ id, request }), 1),
  );
  const onClose = vi.fn();
  const port = { backup: deps } as HistoryPort;
  const screen = await render(<SaveBackupDialog port={port} onClose={onClose} />);
  await screen.getByRole('button', { name: 'Save backup' }).click();
  await expect.element(screen.getByText('1 record holds what looks like a secret')).toBeVisible();
  expect(onClose).not.toHaveBeenCalled();
  return { screen, db, onClose };
}

/** The text of the file that a press saves. */
async function textSavedBy(press: () => Promise<void>): Promise<string> {
  let href = '';
  using _click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(
    this: HTMLAnchorElement,
  ) {
    href = this.href;
  });
  await press();
  await expect.poll(() => href).not.toBe('');
  const file = await fetch(href);
  return new Response(file.body?.pipeThrough(new DecompressionStream('gzip'))).text();
}

test('a backup with a secret is made when it was said what becomes of it: masked in the file alone', async () => {
  const { screen, db, onClose } = await askedForBackup();
  const text = await textSavedBy(() => screen.getByRole('button', { name: 'Mask', exact: true }).click());
  expect(text).toContain('********************');
  expect(text).not.toContain(secret);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect((await presetsOf(db))[0]?.request.payload).toContain(secret);
});

test('a backup with a secret is saved as it is when that was said', async () => {
  const { screen } = await askedForBackup();
  const text = await textSavedBy(() => screen.getByRole('button', { name: 'Save as it is' }).click());
  expect(text).toContain(secret);
});
