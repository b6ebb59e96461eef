import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { parsePresetText } from '../../documents/preset-document.ts';
import { preset } from '../../documents/preset.fixture.ts';
import { createNoticeStore } from '../../state/notice-store.ts';
import { createPresetDialogs } from '../../state/preset-dialogs.ts';
import { createPresetFolder } from '../../state/preset-folder.ts';
import { createPresetStore } from '../../state/preset-store.ts';
import { createMemoryStorage } from '../../state/storage-memory.ts';
import { ExportDialog } from './export-dialog.tsx';
import type { PresetsPort } from './presets-port.ts';

async function portOf(stored: string, file: string): Promise<PresetsPort> {
  const store = createPresetStore({
    storage: Promise.resolve(createMemoryStorage()),
    channel: { tell: () => undefined, listen: () => undefined },
    randomUUID: () => crypto.randomUUID(),
    notices: createNoticeStore(),
  });
  await store.getState().actions.add([preset({ name: stored })]);
  const folder = createPresetFolder({
    fetch: () => Promise.reject(new TypeError('no server')),
    changes: () => () => undefined,
  });
  const path = 'hello/from-folder.preset.json';
  folder.setState({ name: 'team', presets: [{ path, version: 'v1', preset: preset({ name: file }) }] });
  return { store, folder, dialogs: createPresetDialogs() } as PresetsPort;
}

test('presets of this device and of the folder are chosen for one file', async () => {
  const port = await portOf('From here', 'From the folder');
  const onClose = vi.fn();
  const screen = await render(<ExportDialog port={port} onClose={onClose} />);
  await screen.getByRole('checkbox', { name: /^From the folder.*in folder team$/ }).click();
  await screen.getByRole('checkbox', { name: /^From here/ }).click();
  let href = '';
  using _click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(
    this: HTMLAnchorElement,
  ) {
    href = this.href;
  });
  const text = new Promise<string>((resolve) => {
    const make = URL.createObjectURL.bind(URL);
    vi.spyOn(URL, 'createObjectURL').mockImplementationOnce((file) => {
      void (file as Blob).text().then(resolve);
      return make(file);
    });
  });
  await screen.getByRole('button', { name: 'Export 2' }).click();
  const parsed = parsePresetText(await text);
  expect(parsed.ok && parsed.presets.map(({ name }) => name)).toEqual(['From here', 'From the folder']);
  expect(href).toContain('blob:');
  expect(onClose).toHaveBeenCalledOnce();
});
