import { expect, test } from 'vitest';
import { resolve } from './child/windows-paths.mjs';

const resolved = (specifier: string): Promise<unknown> =>
  resolve(specifier, {}, async (next: string) => next);

test('makes a file URL of a path with a drive’s letter', async () => {
  expect(await resolved('C:\\my functions\\orders.mjs')).toBe('file:///C:/my%20functions/orders.mjs');
  expect(await resolved('d:/orders.mjs')).toBe('file:///d:/orders.mjs');
});

test('leaves every other specifier as it is', async () => {
  for (const specifier of [
    './a.mjs',
    'node:fs',
    'data:text/javascript,',
    'file:///C:/a.mjs',
    '/var/task/index.mjs',
  ]) {
    expect(await resolved(specifier)).toBe(specifier);
  }
});
