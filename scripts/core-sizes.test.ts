import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { coreSizes } from './core-sizes.mjs';

/** Text that gzip cannot make smaller than its length by much. */
const noise = (seed: number) =>
  Array.from({ length: 400 }, (_, index) => ((index + 1) * seed * 7919).toString(36)).join('');

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'core-sizes-'));
  await mkdir(join(root, 'src/core'), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

const measure = async (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'src/core', name), text);
  return coreSizes(root);
};

const client = `export const createInvokeClient = () => console.log('client');`;
const helper = `export const helper = () => console.log('${noise(3)}');`;

test('what only other exports need counts to the whole door, not to the send path', async () => {
  const small = await measure({ 'index.ts': client });
  const grown = await measure({ 'index.ts': client + helper });
  expect(grown.sendPath).toBe(small.sendPath);
  expect(grown.wholeDoor).toBeGreaterThan(small.wholeDoor + 1000);
});

test('what is imported when it is needed is measured beside both', async () => {
  const door = `export const createInvokeClient = () => import('./late.ts');`;
  const small = await measure({ 'index.ts': door, 'late.ts': `export const late = 1;` });
  const grown = await measure({ 'index.ts': door, 'late.ts': `export const late = '${noise(5)}';` });
  expect(grown.sendPath).toBe(small.sendPath);
  expect(grown.wholeDoor).toBe(small.wholeDoor);
  expect(grown.late).toBeGreaterThan(small.late + 1000);
});

test('a loader is the business of the page that uses the core', async () => {
  const { wholeDoor } = await measure({
    'index.ts': `export const createInvokeClient = () => import('./late.ts');`,
    'late.ts': `export const late = 1;`,
  });
  expect(wholeDoor).toBeLessThan(200);
});
