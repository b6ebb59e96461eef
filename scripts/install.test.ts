import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

type Packages = Record<
  string,
  { version?: string; optional?: boolean; link?: boolean; os?: string[]; cpu?: string[] }
>;

function lock(path: string, packages: Packages): void {
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

const here = { os: [process.platform], cpu: [process.arch] };
const wanted: Packages = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/native-here': { version: '2.0.0', optional: true, ...here },
  'node_modules/native-elsewhere': { version: '2.0.0', optional: true, os: ['plan9'] },
};

test('a fresh clone is not installed', () => {
  lock('package-lock.json', wanted);
  expect(isInstalled(root)).toBe(false);
});

test('what npm has put there by the lock file is installed; packages for other machines are not missed', () => {
  lock('package-lock.json', wanted);
  lock('node_modules/.package-lock.json', {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/native-here': { version: '2.0.0', ...here },
  });
  expect(isInstalled(root)).toBe(true);
});

test.each<[what: string, present: Packages]>([
  ['another version', { 'node_modules/a': { version: '1.0.1' } }],
  ['a missing package', {}],
  [
    'a package too many',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/old': { version: '1.0.0' } },
  ],
  [
    'packages of another machine',
    {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/native-elsewhere': { version: '2.0.0', os: ['plan9'] },
    },
  ],
])('%s is not installed', (_what, present) => {
  lock('package-lock.json', wanted);
  lock('node_modules/.package-lock.json', present);
  expect(isInstalled(root)).toBe(false);
});
