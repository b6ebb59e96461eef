import { expect, test } from 'vitest';
import { hostileCases } from '../../../tests/hostile-cases.ts';
import { fileName } from './file-name.ts';

const names = hostileCases('field').filter(({ field }) => field === 'name');

test('the disguised ending of the hostile file is among what is tried', () => {
  expect(names.map(({ id }) => id)).toContain('name-rtl-extension');
});

test.each(names.map(({ id, input }) => [id, input] as const))(
  '%s makes a file name that reads as it is, on every system',
  (_id, input) => {
    const name = fileName(input);
    expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).not.toMatch(/\p{Cf}|\p{Cc}/u);
  },
);

test('the parts of a disguised ending stand in their order', () => {
  expect(fileName('preset\u202egnp.exe')).toBe('preset-gnp.exe');
  expect(fileName('...')).toBe('preset');
});
