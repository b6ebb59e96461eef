import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openBrowser } from './open-browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const onLinux = test.skipIf(process.platform !== 'linux');

onLinux('the address reaches the opener as one argument, with no shell between', async () => {
  const seen = join(folder, 'seen');
  const opener = join(folder, 'xdg-open');
  writeFileSync(
    opener,
    `#!/bin/sh\nprintf '%s|' "$#" "$@" > ${seen}.part\nexec /bin/mv ${seen}.part ${seen}\n`,
  );
  chmodSync(opener, 0o755);
  openBrowser('http://127.0.0.1:7411/?a=1&b=$(id)');
  await vi.waitFor(() => expect(existsSync(seen)).toBe(true));
  expect(readFileSync(seen, 'utf8')).toBe('1|http://127.0.0.1:7411/?a=1&b=$(id)|');
});

onLinux('a machine without an opener is no error', async () => {
  const faults: unknown[] = [];
  process.once('uncaughtException', (error) => faults.push(error));
  openBrowser('http://127.0.0.1:7411/');
  await new Promise((resolve) => setImmediate(resolve));
  expect(faults).toEqual([]);
});
