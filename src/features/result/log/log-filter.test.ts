import { describe, expect, test } from 'vitest';
import { logCsv } from './log-export.ts';
import { countClasses, filterRows, type LogClass } from './log-filter.ts';
import { logRows } from './log-rows.ts';
import { clockTime, firstTime, fullTime } from './log-times.ts';

const rows = logRows(
  'START RequestId: r Version: 3\n' +
    '2026-11-22T12:34:56.100Z\tr\tINFO\t=1+1\n' +
    '2026-11-22T12:34:56.142Z\tr\tERROR\tError: Card refused\n    at pay (index.mjs:3:9)\n' +
    'printed, no more\nREPORT RequestId: r\tDuration: 3.01 ms\n',
);

describe('a filter', () => {
  const left = (text: string, ...hidden: LogClass[]): number =>
    filterRows(rows, { text, hidden: new Set(hidden) }).length;

  test('looks into stacks too, whatever the case', () => {
    expect(left('card')).toBe(1);
    expect(left('PAY (')).toBe(1);
    expect(left('')).toBe(5);
  });

  test('takes kinds of rows out', () => {
    expect(left('', 'platform')).toBe(3);
    expect(left('', 'platform', 'info', 'none')).toBe(1);
  });

  test('counts what there is, the gravest first', () => {
    expect(countClasses(rows)).toEqual([
      ['platform', 2],
      ['error', 1],
      ['info', 1],
      ['none', 1],
    ]);
  });
});

test('a table of the rows holds times, levels and stacks, and no formula', () => {
  expect(logCsv(rows)).toBe(
    'time,level,message\r\n' +
      ',START,START RequestId: r Version: 3\r\n' +
      '2026-11-22T12:34:56.100Z,INFO,"\'=1+1"\r\n' +
      '2026-11-22T12:34:56.142Z,ERROR,"Error: Card refused\n    at pay (index.mjs:3:9)"\r\n' +
      ',,"printed, no more"\r\n' +
      ',REPORT,"REPORT RequestId: r\tDuration: 3.01 ms"\r\n',
  );
});

test('times are told in the zone of the settings', () => {
  const time = firstTime(rows) ?? 0;
  expect(clockTime(time, 'utc')).toBe('12:34:56.100');
  expect(fullTime(time, 'utc')).toBe('2026-11-22T12:34:56.100Z');
  const local = new Date(time);
  expect(clockTime(time, 'local')).toContain(`${String(local.getHours()).padStart(2, '0')}:`);
});
