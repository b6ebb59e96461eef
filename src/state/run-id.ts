/** Milliseconds since 1970 in base 36 have nine digits until the year 5188. */
const timeDigits = 9;

/** What the draft ids of a series' lanes begin with; no draft of a person has such an id. */
export const seriesLane = 'series-';

/** A run's id: ids in code-unit order are runs in order of their start, so that a list needs no index. */
export function newRunId(startedAt: Date, randomUUID: () => string): string {
  return `${startedAt.getTime().toString(36).padStart(timeDigits, '0')}-${randomUUID()}`;
}
