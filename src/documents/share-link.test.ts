import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64Url } from './base64-url.ts';
import { deflate } from './deflate.ts';
import { hostileCases } from '../../tests/hostile-cases.ts';
import { anyPreset, preset } from './preset.fixture.ts';
import { presetDocumentText } from './preset-document.ts';
import { isShareLink, makeShareLink, readShareLink } from './share-link.ts';

const encoder = new TextEncoder();
const fragmentOf = async (...given: Parameters<typeof makeShareLink>): Promise<string> => {
  const made = await makeShareLink(...given);
  if (!made.ok) throw new Error(made.message);
  return made.fragment;
};

test('any preset survives a link, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyPreset, async (one) => {
      expect(await readShareLink(`#${await fragmentOf(one)}`)).toEqual({
        ok: true,
        preset: one,
        dropped: [],
      });
    }),
    { numRuns: 60 },
  );
});

test('a link of the first release opens', async () => {
  expect(await readShareLink(firstLink)).toEqual({ ok: true, preset: preset(), dropped: [] });
});

describe('with a passphrase', () => {
  test('opens with that passphrase alone', async () => {
    const fragment = await fragmentOf(preset(), 'correct horse');
    expect(fragment).toMatch(/^p=1e\./);
    expect(await readShareLink(fragment)).toEqual({ ok: false, needs: 'passphrase' });
    expect(await readShareLink(fragment, 'correct horse')).toMatchObject({ ok: true, preset: preset() });
  });

  test('a wrong passphrase, a flipped bit and a cut link have one message', async () => {
    const fragment = await fragmentOf(preset(), 'correct horse');
    const flipped = fragment.slice(0, 60) + (fragment[60] === 'A' ? 'B' : 'A') + fragment.slice(61);
    const read = await Promise.all([
      readShareLink(fragment, 'wrong'),
      readShareLink(flipped, 'correct horse'),
      readShareLink(fragment.slice(0, 40), 'correct horse'),
    ]);
    expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(read[0])]));
    expect(read[0]).toMatchObject({ ok: false, problem: { code: 'link-locked' } });
  });
});

test('says when a preset is too large for a link', async () => {
  const payload = encodeBase64Url(crypto.getRandomValues(new Uint8Array(40_000)));
  expect(await makeShareLink(preset({ request: { ...preset().request, payload } }))).toMatchObject({
    ok: false,
    message: expect.stringContaining('file'),
  });
});

test.each([
  ['another kind', 'p=2.AAAA', 'link-version'],
  ['two payloads', 'p=1.AAAA&p=1.AAAA', 'link-damaged'],
  ['nothing', 'p=1.', 'link-damaged'],
  ['too many characters', `p=1.${'A'.repeat(32_768)}`, 'link-too-long'],
])('refuses %s', async (_what, fragment, code) => {
  expect(await readShareLink(fragment)).toMatchObject({ ok: false, problem: { code } });
});

test('refuses a cut link and bytes behind its end', async () => {
  const packed = await deflate(encoder.encode(presetDocumentText([preset()], 'link')));
  const longer = new Uint8Array(packed.length + 1);
  longer.set(packed);
  for (const bytes of [packed.subarray(0, -1), longer]) {
    expect(await readShareLink(`p=1.${encodeBase64Url(bytes)}`)).toMatchObject({
      ok: false,
      problem: { code: 'link-damaged' },
    });
  }
});

test('takes a byte order mark once', async () => {
  const text = `\uFEFF${presetDocumentText([preset()], 'link')}`;
  const fragment = `p=1.${encodeBase64Url(await deflate(encoder.encode(text)))}`;
  expect(await readShareLink(fragment)).toMatchObject({ ok: true, preset: preset() });
});

describe('hostile links', () => {
  const ours = new Set(['link-bomb-nested', 'link-control-ok', 'link-bom']);
  const cases = [...hostileCases('container'), ...hostileCases('bomb')].filter(({ id }) => !ours.has(id));
  test.each(cases.map((one) => [one.id, one.input] as const))('%s is refused', async (id, input) => {
    const read = await readShareLink(`#p=1.${input}`);
    const code = id.includes('bomb') ? /^link-too-(big|long)$/ : /^(link-damaged|not-utf8)$/;
    expect(read).toMatchObject({ ok: false, problem: { code: expect.stringMatching(code) } });
  });
});

test('knows a share link from other fragments', () => {
  expect(isShareLink('#p=1.AAAA')).toBe(true);
  for (const other of ['', '#', '#/return?to=https://evil.example', '#javascript:alert(1)']) {
    expect(isShareLink(other)).toBe(false);
  }
});

const firstLink =
  'p=1.RVC5bsMwDP0Vg7PTxukZr0WGLB2CbHUGRaINoTLl6EgTGP73UlYLb9S7SL0RWut6EaAGTVf7jStpyVuDj4NDj8FDCVd0XluCuirhH62_RtCKXevztmUNiR75dcA2kiosWwqjex2YUuil00OYI4CBILoUAG4Ww6nk6RLR8xEjMCST9DMHWqd4O5suURjdanQMGn1FhtLBUiTx8T7k7XPMAf3An0gSY7s_7ii0YWAQd2NFOnxsqCiavGCvGqiLavP0_PL69r5dL1PJEjGTD8u8aWhasnYkrdLUcWYM7TsT0mik8GEp4C3Mq0BGH2zP5jFnNFA1MKWUgCQo7PkkisZwXdGJs8HdDWVcisicDw5FD3UrjMcpNek6nGtz2OV-Ma5-uINVxdFIarCaQrZP02n6BQ';
