import { expect, test } from 'vitest';
import { presetDifferences } from './preset-difference.ts';
import { preset } from './preset.fixture.ts';

test('names what two presets ask for differently, and nothing else', () => {
  const before = preset();
  const request = { ...before.request, qualifier: '7', payload: '{}', stream: true };
  const after = preset({ name: 'other', tags: [], request });
  expect(presetDifferences(before, after).map(({ label }) => label)).toEqual([
    'Qualifier',
    'Stream response',
    'Payload',
  ]);
  expect(presetDifferences(before, preset({ name: 'other' }))).toEqual([]);
});

test('a payload is the same however it is spelled, and not when a byte differs', () => {
  const of = (payload: string, payloadEncoding: 'utf8' | 'base64') =>
    preset({ request: { ...preset().request, payload, payloadEncoding } });
  expect(presetDifferences(of('{}', 'utf8'), of('e30=', 'base64'))).toEqual([]);
  expect(presetDifferences(of('{}', 'utf8'), of('\uFEFF{}', 'utf8'))).toHaveLength(1);
  expect(presetDifferences(of('{}\n', 'utf8'), of('{}\r\n', 'utf8'))).toHaveLength(1);
});
