import type { RefObject } from 'react';
import type { PaletteEntry } from '../features/palette/filter-entries.ts';
import { classNames, countClasses } from '../features/result/log/log-filter.ts';
import { logRows } from '../features/result/log/log-rows.ts';
import { resultFacts } from '../features/result/result-facts.ts';
import type { ResultHandle } from '../features/result/result-handle.ts';
import type { Run } from '../state/types.ts';

/** What only this result offers: the levels of its log. They come with the palette, not with the page. */
export function resultEntries(run: Run | null, result: RefObject<ResultHandle | null>): PaletteEntry[] {
  const { log } = run ? resultFacts(run) : {};
  if (log === undefined || log.text === '') return [];
  const classes = countClasses(logRows(log.text));
  const group = 'Result';
  const levels = classes.map(([level, count]) => ({
    id: `log level ${level}`,
    group,
    label: `Log level ${classNames[level]}: show or hide`,
    detail: `${count} ${count === 1 ? 'row' : 'rows'}`,
    also: 'filter rows severity',
    run: () => result.current?.toggleLogLevel(level),
  }));
  const clock = {
    id: 'log clock',
    group,
    label: 'Log times: time of day or milliseconds',
    also: 'clock timestamp utc local',
    run: () => result.current?.toggleLogClock(),
  };
  const rows = {
    id: 'log rows',
    group,
    label: 'Save shown log rows as CSV',
    also: 'tail download table',
    run: () => result.current?.saveLogRows(),
  };
  return [...(levels.length > 1 ? levels : []), clock, rows];
}
