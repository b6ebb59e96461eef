import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOfInputs } from './inputs.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inputs-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/a.ts'), 'a');
  writeFileSync(join(root, 'src/deep/b.css'), 'b');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (): string => hashOfInputs(root, ['src', 'vite.config.ts']);

test('a date alone is no change, as a checkout sets all of them', () => {
  const before = hash();
  utimesSync(join(root, 'src/a.ts'), 0, 0);
  expect(hash()).toBe(before);
});

test.each([
  ['another content', 'src/deep/b.css'],
  ['a new file', 'src/deep/c.ts'],
  ['a file that was not there before', 'vite.config.ts'],
])('%s is a change', (_what, path) => {
  const before = hash();
  writeFileSync(join(root, path), 'changed');
  expect(hash()).not.toBe(before);
});

test('a file that moved is a change, even with the same content', () => {
  const before = hash();
  rmSync(join(root, 'src/a.ts'));
  writeFileSync(join(root, 'src/z.ts'), 'a');
  expect(hash()).not.toBe(before);
});

test('tests and fixtures are not built, so they are no change', () => {
  const before = hash();
  for (const name of ['a.test.ts', 'a.test.tsx', 'a.fixture.ts', 'a.test-d.ts'])
    writeFileSync(join(root, 'src', name), 'x');
  expect(hash()).toBe(before);
});
