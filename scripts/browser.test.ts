import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findBrowser } from './browser.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function program(name: string, code: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(path, 0o755);
  return path;
}

const onLinux = test.skipIf(process.platform !== 'linux');

onLinux('a machine without a browser has none', () => {
  expect(findBrowser()).toBeUndefined();
});

onLinux('an installed browser is found by its name', () => {
  const path = program('google-chrome', 0);
  expect(findBrowser()).toBe(path);
});

onLinux('a browser that does not start, as without its libraries, is passed over', () => {
  program('chromium', 127);
  const path = program('microsoft-edge', 0);
  expect(findBrowser()).toBe(path);
});

onLinux('CHROMIUM_PATH goes before what is installed', () => {
  program('chromium', 0);
  vi.stubEnv('CHROMIUM_PATH', program('mine', 0));
  expect(findBrowser()).toBe(join(folder, 'mine'));
});

onLinux('a CHROMIUM_PATH that leads nowhere is said, not passed over', () => {
  program('chromium', 0);
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'nowhere'));
  expect(() => findBrowser()).toThrow(/nowhere, which does not start/);
});
