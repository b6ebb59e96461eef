import { describe, expect, test } from 'vitest';
import { findInText, markTokens } from './find-in-text.ts';

describe('finding', () => {
  test('takes the query as it is, capitals aside', () => {
    expect(findInText('a.b A.B axb', 'a.b')).toEqual({
      offsets: [0, 4],
      length: 3,
      current: 0,
      hasMore: false,
    });
    expect(findInText('(x)[y]\\', '[y]\\')?.offsets).toEqual([3]);
  });

  test('an empty query finds nothing, not everything', () => {
    expect(findInText('text', '')).toBeNull();
    expect(findInText('text', 'z')).toMatchObject({ offsets: [], current: -1 });
  });

  test('stops where there are too many, and says so', () => {
    expect(findInText('x'.repeat(10_000), 'x')).toMatchObject({ hasMore: false });
    const many = findInText('x'.repeat(10_001), 'x');
    expect([many?.offsets.length, many?.hasMore]).toEqual([10_000, true]);
  });
});

describe('marking a row', () => {
  const tokens = [{ text: '"ab"' }, { text: ': ' }, { text: '"cab"' }];
  const marked = (marks: Parameters<typeof markTokens>[2], rowStart = 0): string =>
    markTokens(tokens, rowStart, marks)
      .map(({ text, mark }) => (mark === 'none' ? text : mark === 'found' ? `<${text}>` : `[${text}]`))
      .join('');

  test('cuts the tokens and loses no character', () => {
    const text = '"ab": "cab"';
    const found = findInText(text, 'ab');
    expect(found && marked(found)).toBe('"[ab]": "c<ab>"');
  });

  test('goes over the border of two tokens', () => {
    const found = findInText('"ab": "cab"', '": "');
    expect(found && marked(found)).toBe('"ab["][: ]["]cab"');
  });

  test('begins and ends inside of a match that other rows have parts of', () => {
    const marks = { offsets: [98, 109], length: 4, current: 1, hasMore: false };
    expect(marked(marks, 100)).toBe('<"a>b": "ca[b"]');
  });
});
