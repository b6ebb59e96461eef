import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presetFiles, presetFromFiles } from './preset-folder-files.ts';
import { anyPreset, preset } from './preset.fixture.ts';

const encoder = new TextEncoder();

test('any preset survives a folder, byte for byte', () => {
  fc.assert(
    fc.property(anyPreset, (one) => {
      const files = presetFiles(one);
      expect(files && presetFromFiles(files)).toEqual({ ok: true, presets: [one], dropped: [] });
    }),
  );
});

test('the payload lies alone in its file, and the document has none', () => {
  const payload = '\uFEFF{"n":1e400,\r\n"a":1,"a":2}';
  const files = presetFiles(preset({ request: { ...preset().request, payload } }));
  expect(files?.payload).toEqual(encoder.encode(payload));
  expect(files?.document).not.toContain('payload');
});

test('base64 of what would be text stays base64', () => {
  const one = preset({ request: { ...preset().request, payload: 'e30=', payloadEncoding: 'base64' } });
  const files = presetFiles(one);
  expect(files?.payload).toEqual(encoder.encode('{}'));
  expect(files && presetFromFiles(files)).toMatchObject({ presets: [one] });
});

test('a payload file stands above a payload in the document; bytes that are no text become base64', () => {
  const document = JSON.stringify({
    format: 'invoke-console/presets',
    version: 1,
    presets: [{ name: 'n', request: { functionName: 'f', payload: 'old' } }],
  });
  expect(presetFromFiles({ document, payload: encoder.encode('new') })).toMatchObject({
    presets: [{ request: { payload: 'new', payloadEncoding: 'utf8' } }],
  });
  expect(presetFromFiles({ document, payload: Uint8Array.of(0xff) })).toMatchObject({
    presets: [{ request: { payload: '/w==', payloadEncoding: 'base64' } }],
  });
  expect(presetFromFiles({ document, payload: null })).toMatchObject({
    presets: [{ request: { payload: 'old' } }],
  });
});

test('refuses a file with two presets, and a payload without bytes', () => {
  const document = JSON.stringify({
    format: 'invoke-console/presets',
    version: 1,
    presets: [
      { name: 'a', request: { functionName: 'f' } },
      { name: 'b', request: { functionName: 'f' } },
    ],
  });
  expect(presetFromFiles({ document, payload: null })).toMatchObject({ ok: false });
  expect(presetFiles(preset({ request: { ...preset().request, payload: '\ud800' } }))).toBeNull();
});
