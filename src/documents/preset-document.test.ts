import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileCases, inOurNames } from '../../tests/hostile-cases.ts';
import {
  parsePresetBytes,
  parsePresetText,
  presetDocumentText,
  presetProblem,
  presetValue,
  readStoredPreset,
} from './preset-document.ts';
import { anyPreset, preset } from './preset.fixture.ts';
import type { Preset } from './preset-types.ts';

const encoder = new TextEncoder();
const parsedOne = (text: string): Preset => {
  const parsed = parsePresetText(text);
  const one = parsed.ok ? parsed.presets[0] : undefined;
  if (!one) throw new Error(parsed.ok ? 'no preset' : parsed.problem.message);
  return one;
};
const documentOf = (one: unknown, version: unknown = 1): string =>
  JSON.stringify({ format: 'invoke-console/presets', version, presets: [one] });

test('any preset survives a file, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(anyPreset, { maxLength: 3 }), (presets) => {
      const parsed = parsePresetBytes(encoder.encode(presetDocumentText(presets, 'file')));
      expect(parsed).toEqual({ ok: true, presets, dropped: [] });
    }),
  );
});

test('keeps unknown keys of every level aside and writes them back', () => {
  const value = {
    id: 'a',
    name: 'n',
    later: { deep: [1, null] },
    request: { functionName: 'f', expectations: ['x'] },
    target: { region: 'eu-west-1', account: '1' },
  };
  const one = parsedOne(documentOf(value));
  expect(one.extra).toEqual({ later: { deep: [1, null] } });
  expect(JSON.parse(presetDocumentText([one], 'file'))).toMatchObject({ presets: [value] });
});

test('reads the expectations that version 1 wrote, and keeps those of a later one as they came', () => {
  const later = { kind: 'cold-start', is: false, deep: [{ a: 1 }] };
  const changed = { kind: 'status', is: 200, unless: 'cold' };
  const expectations = [
    { kind: 'outcome', is: 'function-error' },
    { kind: 'status', is: 200 },
    { kind: 'json-equals', path: '$.total', value: '12345678901234567890' },
    { kind: 'json-matches', path: '$.id', pattern: '^ord_' },
    { kind: 'json-exists', path: '$.id' },
    { kind: 'json-absent', path: '$.error' },
    { kind: 'duration', atMostMs: 100 },
    { kind: 'log-contains', text: 'charged' },
    { kind: 'log-lacks', text: 'refund' },
    later,
    changed,
    'soon',
  ];
  const one = parsedOne(documentOf({ name: 'n', request: { functionName: 'f' }, expectations }));
  expect(one.expectations.slice(0, 9)).toEqual(expectations.slice(0, 9));
  expect(one.expectations.slice(9)).toEqual(
    [later, changed, 'soon'].map((source) => ({ kind: 'not-understood', source })),
  );
  expect(JSON.parse(presetDocumentText([one], 'file'))).toMatchObject({ presets: [{ expectations }] });
});

test('refuses expectations that are no list, or too many', () => {
  const request = { functionName: 'f' };
  for (const expectations of [{}, 'x', Array.from({ length: 201 }, () => 1)]) {
    const parsed = parsePresetText(documentOf({ name: 'n', request, expectations }));
    expect(parsed.ok ? '' : parsed.problem.message).toMatch(/^Preset 1: expectations: /);
  }
});

test('drops keys that name credentials or protections at any depth, and says which', () => {
  const one = {
    name: 'n',
    request: { functionName: 'f', aws_secret_access_key: 's', x: [{ sessionToken: 't' }] },
    profile: { readOnly: false },
    production: false,
    relayUrl: 'http://localhost:1',
    credentials: {},
  };
  const parsed = parsePresetText(documentOf(one));
  expect(parsed).toMatchObject({
    ok: true,
    dropped: [
      'presets[0].request.aws_secret_access_key',
      'presets[0].request.x[0].sessionToken',
      'presets[0].profile',
      'presets[0].production',
      'presets[0].relayUrl',
      'presets[0].credentials',
    ],
    presets: [{ extra: {}, request: { extra: { x: [{}] } } }],
  });
});

test('reads a stored preset as strictly as a foreign one', () => {
  expect(readStoredPreset(structuredClone(presetValue(preset())))).toEqual(preset());
  expect(readStoredPreset({ ...presetValue(preset()), name: 7 })).toBeNull();
});

test('keeps a payload of 6 MB exactly as typed', () => {
  const payload = `{"a":"${'é'.repeat(3_000_000)}"}`;
  const one = preset({ request: { ...preset().request, payload } });
  expect(parsedOne(presetDocumentText([one], 'file')).request.payload).toBe(payload);
});

test.each([
  ['too-big', new Uint8Array(20 * 1024 * 1024 + 1)],
  ['not-utf8', Uint8Array.of(0x22, 0xff, 0x22)],
  [
    'too-many',
    encoder.encode(
      presetDocumentText(
        Array.from({ length: 5_001 }, () => preset()),
        'file',
      ),
    ),
  ],
  ['newer-version', encoder.encode(documentOf(preset(), 2))],
])('refuses a file that is %s as a whole', (code, bytes) => {
  expect(parsePresetBytes(bytes)).toMatchObject({ ok: false, problem: { code } });
});

test.each(['{}', '[1]', '"text"', '{"format":"other"}', '{"Records":[]}'])(
  'tells %s, which may be an event, from a damaged document of presets',
  (text) => {
    expect(parsePresetText(text)).toMatchObject({ ok: false, problem: { code: 'other-json' } });
  },
);

test('finds what could not be read again before it is kept', () => {
  expect(presetProblem(preset())).toBeNull();
  expect(presetProblem(preset({ name: 'N'.repeat(201) }))?.message).toMatch(/200/);
  expect(presetProblem(preset({ request: { ...preset().request, functionName: '..' } }))?.code).toBe('shape');
});

describe('hostile documents', () => {
  test.each(hostileCases('json').map((one) => [one.id, one] as const))('%s', (_id, { input, outcomes }) => {
    const text = inOurNames(input);
    const parsed = parsePresetText(text);
    expect(outcomes).toContain(parsed.ok ? 'accept' : 'reject');
    if (!parsed.ok) expect(parsed.problem.message.length).toBeGreaterThan(10);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(JSON.stringify(parsed)).not.toMatch(/EXAMPLEKEY|AKIA|"readOnly"|polluted/);
  });
});

describe('hostile fields', () => {
  const cases = [...hostileCases('field'), ...hostileCases('endpoint')];
  test.each(cases.map((one) => [one.id, one] as const))('%s', (id, { input, field, outcomes }) => {
    const parsed = parsePresetText(
      inOurNames(JSON.stringify({ v: 1, name: 'p', functionName: 'f', [field]: input })),
    );
    // A qualifier twice is said when both are known, at the send; opening a preset is no send.
    if (id === 'fn-qualifier-twice') return;
    const refused =
      outcomes.includes('reject') && !outcomes.includes('accept') && !outcomes.includes('confirm');
    if (refused) expect(parsed).toMatchObject({ ok: false, problem: { code: 'shape' } });
    else if (!outcomes.includes('reject')) expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(presetDocumentText(parsed.presets, 'file')).toContain(JSON.stringify(input));
  });
});
