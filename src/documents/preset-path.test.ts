import fc from 'fast-check';
import { expect, test } from 'vitest';
import { functionFolder, isPresetPath, presetPath } from './preset-path.ts';
import { anyPreset, preset } from './preset.fixture.ts';

const pathOf = (name: string, functionName = 'orders', taken: string[] = []): string =>
  presetPath(preset({ name, request: { ...preset().request, functionName } }), taken);

test.each([
  ['Refund over limit', 'orders/refund-over-limit.preset.json'],
  ['Überweisung Nº 5', 'orders/uberweisung-no-5.preset.json'],
  ['多', 'orders/preset.preset.json'],
  ['../../etc/passwd', 'orders/etc-passwd.preset.json'],
  ['x.preset', 'orders/x-preset.preset.json'],
  ['CON', 'orders/con-preset.preset.json'],
  ['com1.txt', 'orders/com1-txt.preset.json'],
  ['a\u0000b\u202e', 'orders/a-b.preset.json'],
])('%j lies at %s', (name, path) => {
  expect(pathOf(name)).toBe(path);
  expect(isPresetPath(path)).toBe(true);
});

test.each([
  ['orders', 'orders'],
  ['arn:aws:lambda:eu-west-1:123456789012:function:orders:live', 'orders--123456789012--eu-west-1'],
  ['123456789012:function:orders', 'orders--123456789012'],
  ['.git', '%2egit'],
  ['a.', 'a%2e'],
  ['-rf', '%2drf'],
  ['nul', '%6eul'],
  ['', '_'],
])('the folder of %j is %s', (functionName, folder) => {
  expect(functionFolder(functionName)).toBe(folder);
});

test('two presets never share a file, also where capital letters count for nothing', () => {
  expect(pathOf('A', 'Orders', ['orders/a.preset.json', 'orders/a-2.preset.json'])).toBe(
    'Orders/a-3.preset.json',
  );
});

test('every path that is given can be read again as one', () => {
  fc.assert(fc.property(anyPreset, (one) => isPresetPath(presetPath(one))));
});

test.each([
  '../a.preset.json',
  'a/../b.preset.json',
  '/etc/a.preset.json',
  'a/b/c.preset.json',
  'a\\b/c.preset.json',
  '.git/hooks.preset.json',
  'a/.preset.json',
  'a/x.preset.preset.json',
  'a/b.json',
  'a./b.preset.json',
  'con/b.preset.json',
  'a/nul.preset.json',
  'a/b\u0000.preset.json',
  'a:b/c.preset.json',
  '',
])('%j is no path of a preset', (path) => {
  expect(isPresetPath(path)).toBe(false);
});
