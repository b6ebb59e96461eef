import type { RunSummary } from './history-types.ts';

/** As many as a list that proposes can bear. */
const remembered = 50;
/** The newest runs are enough, and looking through tens of thousands would be felt at each run. */
const lookedAt = 2_000;

/** The functions of earlier runs as they were named, the last one first. */
export function earlierFunctions(summaries: readonly RunSummary[]): string[] {
  return distinct(summaries.slice(0, lookedAt).map(({ functionName }) => functionName));
}

/** The qualifiers that earlier runs gave that function, the last one first. */
export function earlierQualifiers(summaries: readonly RunSummary[], functionName: string): string[] {
  const name = functionName.trim();
  return distinct(
    summaries
      .slice(0, lookedAt)
      .filter((run) => run.functionName === name)
      .map(({ qualifier }) => qualifier),
  );
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '').slice(0, remembered);
}
