import { expect, test } from 'vitest';
import { hostileCases } from '../../../tests/hostile-cases.ts';
import { presetDocumentText } from '../preset-document.ts';
import { preset } from '../preset.fixture.ts';
import { readPasted } from './read-pasted.ts';

test.each([
  ['nothing', ' \n'],
  ['link', 'https://console.example/invoke/#p=1.abc'],
  ['link', '#p=1e.abc'],
  ['command', 'aws lambda invoke --function-name f out.json'],
  ['refused', 'aws s3 ls'],
  ['presets', presetDocumentText([preset()], 'file')],
  ['payload', '{"Records": []}'],
  ['payload', '42'],
  ['refused', '{"a":'],
  ['refused', 'hello'],
])('tells %s by its text: %s', (kind, text) => {
  expect(readPasted(text).kind).toBe(kind);
});

test('an event stays exactly as it was pasted', () => {
  const text = '{"n": 12345678901234567890, "a": 1.0, "a": 2}\n';
  const pasted = readPasted(text);
  expect(pasted.kind === 'payload' && new TextDecoder().decode(pasted.payload.bytes)).toBe(text);
});

test.each(hostileCases('json').map((one) => [one.id, one.input] as const))(
  'hostile %s is told apart without harm',
  (_id, input) => {
    expect(['refused', 'payload', 'nothing', 'presets']).toContain(readPasted(input).kind);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  },
);
