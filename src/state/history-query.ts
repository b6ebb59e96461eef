import type { RunSummary } from './history-types.ts';
import { outcomeNames } from './known-text.ts';
import { momentOf, type Moment } from './query-moment.ts';

/** What was typed into the search of the history, understood. */
export interface HistoryQuery {
  /** All must hold. */
  filters: readonly RunFilter[];
  /** In lower case; each must occur in what is known of the run, or in its texts. */
  words: readonly string[];
  /** Filters that make no sense, in words for the user. They filter nothing. */
  problems: readonly string[];
}

export type RunFilter = (summary: RunSummary, isFavourite: boolean) => boolean;

/** `fn:orders outcome:unknown after:yesterday >1s refund`: filters, and words that may occur anywhere. */
export function parseHistoryQuery(text: string, now: Date): HistoryQuery {
  const filters: RunFilter[] = [];
  const words: string[] = [];
  const problems: string[] = [];
  for (const term of text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []) {
    const isNot = term.length > 1 && term.startsWith('-');
    const made = toFilter(isNot ? term.slice(1) : term, now);
    if (made === null) words.push(unquoted(term).toLowerCase());
    else if (typeof made === 'string') problems.push(made);
    else filters.push(isNot ? (summary, isFavourite) => !made(summary, isFavourite) : made);
  }
  return { filters, words: words.filter((word) => word !== ''), problems };
}

/** null: it is no filter but a word. A text says what is wrong with it. */
function toFilter(term: string, now: Date): RunFilter | string | null {
  const time = /^([<>])(=?)(.+)$/.exec(term);
  if (time) return durationFilter('took', term, ({ roundTripMs }) => roundTripMs);
  const named = /^([a-z]+):(.*)$/i.exec(term);
  const make = named && filterMakers[(named[1] ?? '').toLowerCase()];
  // A colon is part of many names: `orders:live`, an ARN.
  return make ? make(unquoted(named[2] ?? ''), now) : null;
}

type FilterMaker = (value: string, now: Date) => RunFilter | string;

const containing =
  (textOf: (summary: RunSummary) => string | null): FilterMaker =>
  (value) => {
    const wanted = alternatives(value);
    return (summary) => wanted.some((one) => (textOf(summary) ?? '').toLowerCase().includes(one));
  };

const moment =
  (name: string, holds: (startedAt: number, moment: Moment) => boolean): FilterMaker =>
  (value, now) => {
    const found = momentOf(value, now);
    if (found === null)
      return `${name}:${value} is no day or time. Try ${name}:2026-05-31, ${name}:14:30 or ${name}:2h.`;
    return ({ startedAt }) => holds(startedAt, found);
  };

const functionName = containing(({ functionName: name, qualifier }) => `${name}:${qualifier}`);

const filterMakers: Readonly<Record<string, FilterMaker>> = {
  fn: functionName,
  function: functionName,
  type: containing(({ invocationType }) => invocationType),
  connection: containing(({ connectionName }) => connectionName),
  region: containing(({ region }) => region),
  request: containing(({ requestId }) => requestId),
  error: containing(({ errorCode }) => errorCode),
  version: (value) => (summary) =>
    alternatives(value).includes((summary.executedVersion ?? '').toLowerCase()),
  status: (value) => (summary) =>
    alternatives(value).some((one) => String(summary.statusCode ?? '').startsWith(one)),
  outcome: (value) => outcomeFilter(value),
  is: (value) =>
    stateFilters[value.toLowerCase()] ??
    `is:${value} is unknown. There are is:favourite, is:running and is:interrupted.`,
  duration: (value) => durationFilter('duration', value, ({ durationMs }) => durationMs),
  took: (value) => durationFilter('took', value, ({ roundTripMs }) => roundTripMs),
  before: moment('before', (startedAt, { from }) => startedAt < from),
  after: moment('after', (startedAt, { from }) => startedAt >= from),
  on: moment('on', (startedAt, { from, to }) => startedAt >= from && startedAt < to),
};

const stateFilters: Readonly<Record<string, RunFilter>> = {
  favourite: (_summary, isFavourite) => isFavourite,
  favorite: (_summary, isFavourite) => isFavourite,
  running: ({ state }) => state === 'sending',
  interrupted: ({ state }) => state === 'interrupted',
};

function outcomeFilter(value: string): RunFilter | string {
  const wanted = alternatives(value);
  const found = new Set(
    Object.entries(outcomeNames)
      .filter(([, names]) => wanted.some((one) => names.some((name) => name.startsWith(one))))
      .map(([outcome]) => outcome),
  );
  if (found.size === 0)
    return `outcome:${value} is unknown. Try success, error, rejected, unknown or cancelled.`;
  return ({ state, outcome }) => found.has(state === 'sending' ? 'running' : (outcome ?? 'unknown'));
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, min: 60_000 };

function durationFilter(
  name: string,
  value: string,
  msOf: (summary: RunSummary) => number | null,
): RunFilter | string {
  const parts = /^([<>]=?)(\d+(?:\.\d+)?)(ms|s|m|min)?$/i.exec(value);
  if (!parts) return `${value} is no duration. Try ${name === 'took' ? '' : `${name}:`}>1s or <200ms.`;
  const [, comparison = '', number = '', unit = 'ms'] = parts;
  const limit = Number(number) * (unitMs[unit.toLowerCase()] ?? 1);
  const holds = comparisons[comparison];
  return (summary) => {
    const ms = msOf(summary);
    return ms !== null && holds !== undefined && holds(ms, limit);
  };
}

const comparisons: Readonly<Record<string, (ms: number, limit: number) => boolean>> = {
  '<': (ms, limit) => ms < limit,
  '<=': (ms, limit) => ms <= limit,
  '>': (ms, limit) => ms > limit,
  '>=': (ms, limit) => ms >= limit,
};

function alternatives(value: string): string[] {
  return value
    .toLowerCase()
    .split(',')
    .filter((one) => one !== '');
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}
