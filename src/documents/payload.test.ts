import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editPayload,
  emptyPayload,
  payloadBytesForSend,
  payloadFromBytes,
  payloadFromPreset,
  payloadFromText,
  payloadText,
  payloadToPreset,
} from './payload.ts';
import type { PayloadDocument } from './payload-types.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const fromText = (text: string): PayloadDocument => {
  const made = payloadFromText(text);
  if (!made.ok) throw new Error(made.problem.message);
  return made.document;
};
const edited = (document: PayloadDocument, text: string): PayloadDocument => {
  const edit = editPayload(document, text);
  if (!edit.ok) throw new Error(edit.problem.message);
  return edit.document;
};

describe('bytes', () => {
  test('stay the very same bytes until an edit', () => {
    const bytes = utf8('\uFEFF{"a":1e400,\r\n"a":12345678901234567890,\n"s":"\\u0041\u{1F600}"}\r');
    const document = payloadFromBytes(bytes);
    expect(document).toEqual({ bytes, encoding: 'utf8', bom: true, eol: 'mixed' });
    expect(payloadBytesForSend(document)).toBe(bytes);
  });

  test.each([
    ['', 'none'],
    ['{}', 'none'],
    ['a\nb', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\rb', 'cr'],
    ['\r', 'cr'],
    ['\n', 'lf'],
    ['a\nb\r\nc', 'mixed'],
    ['a\r\nb\rc', 'mixed'],
    ['a\rb\nc', 'mixed'],
    ['a\n\rb', 'mixed'],
  ])('%j has the line ends %s', (text, eol) => {
    expect(payloadFromBytes(utf8(text)).eol).toBe(eol);
    expect(fromText(text).eol).toBe(eol);
  });

  test.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0x00]],
    ['a character that is cut off', [0x7b, 0xe2, 0x82]],
  ])('that are not UTF-8 are binary: %s', (_what, values) => {
    const document = payloadFromBytes(Uint8Array.from(values));
    expect(document.encoding).toBe('binary');
    expect(payloadBytesForSend(document)).toEqual(Uint8Array.from(values));
    expect(editPayload(document, 'x').ok).toBe(false);
  });

  test('an empty payload sends no body', () => {
    expect(payloadBytesForSend(emptyPayload)).toBeUndefined();
  });

  test('the byte order mark is no part of the text in the editor', () => {
    expect(payloadText(payloadFromBytes(utf8('\uFEFF{}')))).toBe('{}');
    expect(payloadText(payloadFromBytes(utf8('\uFEFF\uFEFF{}')))).toBe('\uFEFF{}');
  });
});

describe('an edit', () => {
  test('that gives back the same text gives back the same document', () => {
    const document = payloadFromBytes(utf8('\uFEFFa\r\nb\nc'));
    expect(edited(document, 'a\r\nb\nc')).toBe(document);
  });

  test('by an editor that only brought the line ends to one kind gives back the same document', () => {
    const document = payloadFromBytes(utf8('a\r\nb\nc\rd'));
    expect(edited(document, 'a\nb\nc\nd')).toBe(document);
    expect(edited(document, 'a\r\nb\r\nc\r\nd')).toBe(document);
  });

  test('keeps the byte order mark', () => {
    expect(edited(payloadFromBytes(utf8('\uFEFF{}')), '{"a":1}').bytes).toEqual(utf8('\uFEFF{"a":1}'));
  });

  test.each([
    ['a\r\nb', 'a\nb\nc', 'a\r\nb\r\nc'],
    ['a\nb', 'a\nb\r\nc', 'a\nb\nc'],
    ['a\rb', 'a\nb\nc', 'a\rb\rc'],
    ['ab', 'a\r\nb', 'a\r\nb'],
  ])('of %j takes its line ends for what is pasted: %j becomes %j', (before, text, after) => {
    const edit = editPayload(fromText(before), text);
    expect(edit).toMatchObject({ ok: true, document: { bytes: utf8(after) } });
    expect(edit).not.toHaveProperty('unified');
  });

  test('unifies mixed line ends to the most frequent kind, and says so', () => {
    const edit = editPayload(fromText('a\r\nb\r\nc\nd'), 'a\nb\nc\nd!');
    expect(edit).toMatchObject({
      ok: true,
      unified: true,
      document: { bytes: utf8('a\r\nb\r\nc\r\nd!'), eol: 'crlf' },
    });
  });

  test('says so too when mixed line ends are pasted into a single line', () => {
    expect(editPayload(fromText('x'), 'a\nb\nc\r\n')).toMatchObject({
      unified: true,
      document: { bytes: utf8('a\nb\nc\n') },
    });
  });

  test('takes a pasted byte order mark once, however often the editor reports it', () => {
    const once = edited(fromText('{}'), '\uFEFF{}');
    expect(once).toMatchObject({ bom: true, bytes: utf8('\uFEFF{}') });
    expect(edited(once, '\uFEFF{}')).toBe(once);
    expect(edited(once, '\uFEFF{1}').bytes).toEqual(utf8('\uFEFF{1}'));
  });

  test('with half a character is refused with its place, and nothing is replaced silently', () => {
    const edit = editPayload(fromText('{}'), '{\r\n "a": "\u{1F600}\uD83D"}');
    expect(edit).toMatchObject({ ok: false, problem: { line: 2, column: 10, offset: 12 } });
    expect(edit.ok ? '' : edit.problem.message).toContain('\\ud83d');
    expect(payloadFromText('\uDE00').ok).toBe(false);
  });
});

describe('round trips', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.string({ unit: 'binary', maxLength: 64 }).map((text) => utf8(text)),
    fc.stringMatching(/^\uFEFF?(?:[a{}"\u{1F600}]|\r\n|\r|\n){0,20}$/u).map((text) => utf8(text)),
  );

  test('any bytes come back from a document and from a preset', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const document = payloadFromBytes(bytes);
        expect(document.bytes).toEqual(bytes);
        const carried = payloadToPreset(document);
        const back = payloadFromPreset(JSON.parse(JSON.stringify(carried)));
        expect(back).toEqual({ ok: true, document });
      }),
    );
  });

  test('any text goes into bytes and back, or is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
        const made = payloadFromText(text);
        const wellFormed = !/[\uD800-\uDFFF]/u.test(text);
        expect(made.ok).toBe(wellFormed);
        if (!made.ok) return;
        expect(payloadText(made.document)).toBe(text.startsWith('\uFEFF') ? text.slice(1) : text);
        expect(made.document.bytes).toEqual(utf8(text));
      }),
    );
  });

  test('an edit leaves one kind of line end, and an edit back to what the editor shows changes nothing more', () => {
    const lines = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '"'), { maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = edited(fromText(before.join('')), after.join(''));
        if (changed.eol === 'mixed') expect(changed.bytes).toEqual(utf8(before.join('')));
        expect(edited(changed, payloadText(changed).replace(/\r\n?/g, '\n'))).toBe(changed);
      }),
    );
  });

  test('base64 that means nothing, or means it twice, is refused', () => {
    for (const payload of ['A', 'AA', 'AB==', 'A A=', 'AA_-', '====', 'AAA=AAA=']) {
      expect(payloadFromPreset({ payload, payloadEncoding: 'base64' }).ok, payload).toBe(false);
    }
  });
});
