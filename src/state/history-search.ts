import type { HistoryQuery } from './history-query.ts';
import type { RunBody, RunSummary, StoredBody } from './history-types.ts';
import { knownText, knownTextsOf } from './known-text.ts';
import type { Favourite } from './stored-favourite.ts';
import type { StorageDb } from './storage-types.ts';
import { parseBody } from './stored-run.ts';

export type Favourites = ReadonlyMap<string, Favourite>;

/** The runs that a query finds by what a list knows of them, in their order. */
export function findRuns(
  summaries: readonly RunSummary[],
  query: HistoryQuery,
  favourites: Favourites,
): readonly RunSummary[] {
  if (query.filters.length === 0 && query.words.length === 0) return summaries;
  const texts = knownTextsOf(summaries);
  return summaries.filter((summary, index) => {
    const favourite = nameOf(summary, favourites);
    return passes(summary, query, favourite) && hasWords(query.words, texts[index] ?? '', favourite?.name);
  });
}

/** The runs that only their texts can tell: filters hold, but a word is missing. */
export function undecidedRuns(
  summaries: readonly RunSummary[],
  query: HistoryQuery,
  favourites: Favourites,
): readonly RunSummary[] {
  if (query.words.length === 0) return [];
  const texts = knownTextsOf(summaries);
  return summaries.filter((summary, index) => {
    const favourite = nameOf(summary, favourites);
    return passes(summary, query, favourite) && !hasWords(query.words, texts[index] ?? '', favourite?.name);
  });
}

export interface SearchTexts {
  db: StorageDb;
  /** In which to look, in this order. */
  summaries: readonly RunSummary[];
  words: readonly string[];
  favourites: Favourites;
  signal: AbortSignal;
  /** After each step: the ids found since the last, and how many runs have been looked at. */
  onStep: (found: readonly string[], lookedAt: number) => void;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
}

/** A step is to take this long; the page stays quick between steps. */
const stepMs = 12;
const mostAtOnce = 256;

/** Looks for words in payloads, responses, logs and client contexts, in steps between which the page is free. */
export async function searchTexts(search: SearchTexts): Promise<void> {
  const { db, summaries, signal, onStep, monotonicMs } = search;
  let size = 8;
  let at = 0;
  while (at < summaries.length && !signal.aborted) {
    const step = summaries.slice(at, at + size);
    const read = await db.transact(['runBodies'], 'readonly', (tx) =>
      Promise.all(step.map(({ id }) => tx.get('runBodies', id))),
    );
    if (!read.ok || signal.aborted) return;
    const startedAt = monotonicMs();
    const found = step.filter((summary, index) => holdsWords(search, summary, read.value[index]));
    size = nextSize(size, monotonicMs() - startedAt);
    at += step.length;
    onStep(
      found.map(({ id }) => id),
      at,
    );
  }
}

/** Payloads have any size: a step grows while it is short, and shrinks when it was felt. */
function nextSize(size: number, tookMs: number): number {
  if (tookMs < stepMs / 2) return Math.min(size * 2, mostAtOnce);
  return tookMs > stepMs ? Math.max(1, Math.floor(size / 2)) : size;
}

function holdsWords({ words, favourites }: SearchTexts, summary: RunSummary, record: unknown): boolean {
  const body = parseBody(record);
  if (!body) return false;
  const text = [knownText(summary), favourites.get(summary.id)?.name ?? '', ...textsOf(body)];
  return hasWords(words, text.join('\n').toLowerCase(), undefined);
}

function* textsOf({ request, result }: RunBody): Iterable<string> {
  yield request.clientContext;
  yield textOf(request.payload);
  if (!result) return;
  if (result.ok) {
    yield textOf(result.payload);
    yield result.output.logResult?.text ?? '';
  } else {
    yield result.error.message;
    if (result.body) yield textOf(result.body);
  }
}

function textOf(stored: StoredBody): string {
  return 'bytes' in stored ? new TextDecoder().decode(stored.bytes) : '';
}

/** Where nothing is named, tens of thousands of look-ups at each key are spared. */
function nameOf({ id }: RunSummary, favourites: Favourites): Favourite | undefined {
  return favourites.size === 0 ? undefined : favourites.get(id);
}

function passes(summary: RunSummary, { filters }: HistoryQuery, favourite: Favourite | undefined): boolean {
  return filters.every((filter) => filter(summary, favourite !== undefined));
}

function hasWords(words: readonly string[], text: string, name: string | undefined): boolean {
  return words.every((word) => text.includes(word) || (name?.toLowerCase().includes(word) ?? false));
}
