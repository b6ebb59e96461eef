import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJson } from '../json-problems.ts';
import type { VariableContext } from './evaluate.ts';
import { expandVariables } from './expand-variables.ts';
import { countVariables } from './variable-uses.ts';

function context(patch: Partial<VariableContext> = {}): VariableContext {
  let uuids = 0;
  return {
    nowMs: Date.UTC(2026, 4, 1, 10, 0, 0, 250),
    randomUUID: () => `uuid-${(uuids += 1)}`,
    random: () => 0.999,
    env: new Map([
      ['table', 'orders'],
      ['quote', 'a "b"\n\\'],
      ['count', '1.50'],
      ['list', '[1, 2]'],
    ]),
    ...patch,
  };
}

const expand = (text: string): string => {
  const { text: made, problems } = expandVariables(text, context());
  expect(problems).toEqual([]);
  return made;
};

describe('variables in a payload', () => {
  test.each([
    ['"{{uuid}} {{ uuid }}"', '"uuid-1 uuid-2"'],
    ['"{{now}}"', '"2026-05-01T10:00:00.250Z"'],
    ['"{{now+1h|iso}}"', '"2026-05-01T11:00:00.250Z"'],
    ['"{{now-1d+30m|date}} {{now|s}} {{now-1w|ms}}"', '"2026-04-30 1777629600 1777024800250"'],
    ['"{{now|ms|number}}"', '1777629600250'],
    ['"{{randomInt 1 10}}"', '"10"'],
    ['"{{randomInt -5 -5|number}}"', '-5'],
    ['"{{env.table}}-x"', '"orders-x"'],
    ['"{{env.quote}}"', '"a \\"b\\"\\n\\\\"'],
    ['"<{{env.quote}}>"', '"<a \\"b\\"\\n\\\\>"'],
    ['{"{{env.table}}": "{{env.count|number}}"}', '{"orders": 1.50}'],
    ['["{{env.list|json}}"]', '[[1, 2]]'],
    ['"{{{{uuid}} and {{uuid}}"', '"{{uuid}} and uuid-1"'],
    ['{"a": {"b": {}}, "c": 1e2 }', '{"a": {"b": {}}, "c": 1e2 }'],
    ['"{{"', '"{{"'],
  ])('%s is sent as %s', (text, made) => {
    expect(expand(text)).toBe(made);
  });

  test('that are unknown, wrong or not alone are told with their place, and nothing stands for them', () => {
    const text =
      '{\n "a": "{{nope}}",\n "b": "x {{env.none}}",\n "c": "{{now+1y}}", "d": "{{randomInt 2 1}}",\n "e": "n={{env.count|number}}", "f": "{{env.table|number}}", "g": "{{uuid|ms}}", "h": "{{env.table|json}}"}';
    const { problems, count } = expandVariables(text, context());
    expect(count).toBe(8);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '2:8',
      '3:10',
      '4:8',
      '4:27',
      '5:10',
      '5:39',
      '5:68',
      '5:88',
    ]);
    expect(problems[0]?.message).toContain('{{nope}} is no variable');
    expect(problems[4]?.message).toContain('stands alone');
  });

  test('are counted without being made; escaped ones are none', () => {
    expect(countVariables('{"a":"{{uuid}} {{{{uuid}}","b":"{{x}}","c":{"d":{}}}')).toBe(2);
  });

  test('a row of variants gives its values by name', () => {
    const values = new Map([['id', 'ord_1']]);
    expect(expandVariables('"{{id}}"', context({ values })).text).toBe('"ord_1"');
  });

  test('a text without variables is the very same text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('{{'));
        expect(expandVariables(text, context())).toEqual({ text, count: 0, problems: [] });
      }),
    );
  });

  test('any value of an environment arrives in the string just as it is, and leaves JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const env = new Map([['v', value]]);
        const { text } = expandVariables('{"a":"{{env.v}}","b":"<{{env.v}}>","n": 1.0}', context({ env }));
        expect(isJson(text)).toBe(true);
        expect(JSON.parse(text)).toEqual({ a: value, b: `<${value}>`, n: 1 });
        expect(text.endsWith(',"n": 1.0}')).toBe(true);
      }),
    );
  });

  test('what is outside of the strings with variables stays byte for byte', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const rest = JSON.stringify(value).replaceAll('{{', '');
        fc.pre(isJson(rest));
        expect(expand(`{"id": "{{env.table}}" , "rest":${rest}}`)).toBe(`{"id": "orders" , "rest":${rest}}`);
      }),
    );
  });
});
