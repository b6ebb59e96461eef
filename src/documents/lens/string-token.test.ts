import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchString, readString } from './string-token.ts';
import { applyParts } from './write-document.ts';

function patched(token: string, after: string): string {
  const part = patchString(token, readString(token), after);
  return part === null ? token : applyParts(token, [part]);
}

test.each([
  ['an escaped slash', String.raw`"a\/b"`, 'a/b/c', String.raw`"a\/b\/c"`],
  ['characters beyond ASCII', String.raw`"\u00e9 and x"`, 'é and ü', String.raw`"\u00e9 and \u00fc"`],
  ['upper-case digits', String.raw`"\u00E9 x"`, 'é ü', String.raw`"\u00E9 \u00FC"`],
  [
    'a bracket as Go writes it',
    String.raw`"\u003cb\u003e x"`,
    '<b> <i>',
    String.raw`"\u003cb\u003e \u003ci\u003e"`,
  ],
  ['plain characters', '"é/<"', 'é/</ü', '"é/</ü"'],
  ['emoji that share a half', String.raw`"\ud83d\ude00"`, '😁', String.raw`"\ud83d\ude01"`],
  ['a quote and a line end', '"a"', 'a"\n', String.raw`"a\"\n"`],
])('%s: the new part is escaped as the rest is', (...[, token, after, expected]) => {
  expect(patched(token, after)).toBe(expected);
});

test('what does not differ stays as it is written, whatever escapes it has', () => {
  expect(patched(String.raw`"\u0041\/ one \u0042/"`, 'A/ two B/')).toBe(String.raw`"\u0041\/ two \u0042/"`);
  expect(patchString('"\\u0061"', 'a', 'a')).toBeNull();
});

/** A token of the text in which any character may be escaped. */
const anyToken = fc
  .array(fc.tuple(fc.string({ unit: 'binary', maxLength: 2 }), fc.boolean()), { maxLength: 8 })
  .map((pieces) =>
    pieces
      .map(([piece, isEscaped]) =>
        isEscaped
          ? Array.from({ length: piece.length }, (_none, at) => unicodeEscape(piece, at)).join('')
          : JSON.stringify(piece).slice(1, -1),
      )
      .join(''),
  )
  .map((inside) => `"${inside}"`);

function unicodeEscape(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
}

test('a patched token means what it should, and holds no half of a pair unescaped', () => {
  fc.assert(
    fc.property(anyToken, fc.string({ unit: 'binary', maxLength: 12 }), (token, after) => {
      const result = patched(token, after);
      expect(readString(result)).toBe(after);
      expect(result.isWellFormed?.() ?? true).toBe(true);
    }),
    { numRuns: 300 },
  );
});
