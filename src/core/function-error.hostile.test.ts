import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import { parseFunctionError } from './function-error.ts';

const parse = (document: unknown) =>
  parseFunctionError(
    new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document)),
  );

describe('hostile documents', () => {
  it('shows entries of any shape as text', () => {
    const item = hostile.items.find(({ id }) => id === 'res-error-html');
    expect(parse(item?.input as string)).toEqual({
      errorType: '<b>T</b>',
      errorMessage: '<img src=x onerror=alert(1)>',
      causes: [],
      frames: [
        { text: '<script>alert(1)</script>' },
        { text: '{"toString":"x"}' },
        { text: 'null' },
        { text: '1' },
      ],
    });
    expect(parse({ errorMessage: { code: 7 }, errorType: 5 })).toMatchObject({
      errorMessage: '{"code":7}',
      errorType: '5',
    });
    expect(parse('{"errorMessage":"x","__proto__":{"polluted":1}}')).toEqual({
      errorMessage: 'x',
      frames: [],
      causes: [],
    });
  });

  it('follows causes to a bounded depth', () => {
    const depth = 20_000;
    const error = parse('{"errorType":"E","cause":'.repeat(depth) + 'null' + '}'.repeat(depth));
    let levels = 0;
    for (let cause = error; cause; cause = cause.causes[0]) levels += 1;
    expect(levels).toBeGreaterThan(10);
    expect(levels).toBeLessThan(100);
  });

  it('is read even where a value is nested too deeply for some engines to write', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const error = parse(`{"errorType":"E","errorMessage":${deep},"trace":[${deep}]}`);
    expect(['[…]', deep]).toContain(error?.errorMessage);
    expect(error?.frames).toEqual([{ text: error?.errorMessage }]);
  });

  it.each([
    ['brackets', '('.repeat(1_000_000)],
    ['colons', `at (${':1'.repeat(500_000)}`],
    ['a place that never ends', `${'a:1:in'.repeat(200_000)}`],
    ['the word in', ') in x:line '.repeat(100_000)],
    ['spaces', ' '.repeat(1_000_000) + 'x'],
  ])('reads a frame of a million %s in one pass: more would outlast the test', (_name, text) => {
    expect(parse({ errorType: 'E', stackTrace: [text] })?.frames).toHaveLength(1);
  });

  it('never throws, whatever the bytes', () => {
    const document = fc.record({
      errorType: fc.jsonValue(),
      trace: fc.jsonValue(),
      cause: fc.jsonValue(),
      causes: fc.jsonValue(),
    });
    fc.assert(fc.property(document, (value) => void parse(value)));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void parseFunctionError(bytes)));
  });
});
