import type { OptionGroup } from '../../ui/option-groups.tsx';

/** One thing the palette can do or lead to. */
export interface PaletteEntry {
  id: string;
  /** Entries of one group stand together under its name. */
  group: string;
  label: string;
  /** Dim behind the label. */
  detail?: string | undefined;
  /** Its own key, so that the palette teaches it. */
  keys?: string | undefined;
  /** Other words for it, searched and not shown. */
  also?: string | undefined;
  /** Why it can't be done now. */
  unavailable?: string | undefined;
  run: () => void;
}

export interface FoundEntries {
  /** In the order of the arrow keys. */
  flat: readonly PaletteEntry[];
  groups: readonly OptionGroup<PaletteEntry>[];
}

/** More than anyone reads; the next letter narrows it. */
const shownAtMost = 60;

/**
 * Every word of the query must occur in an entry. What begins with the query comes first, then what has a word that
 * does, then the rest; groups follow their best entry. Without a query all entries keep their order.
 */
export function filterEntries(entries: readonly PaletteEntry[], query: string): FoundEntries {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries
    .flatMap((entry) => {
      const score = scoreOf(entry, words);
      return score === null ? [] : [{ entry, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, shownAtMost);
  const byGroup = new Map<string, PaletteEntry[]>();
  for (const { entry } of found) byGroup.set(entry.group, [...(byGroup.get(entry.group) ?? []), entry]);
  const groups = [...byGroup].map(([name, members]) => ({ name, items: members }));
  return { groups, flat: groups.flatMap(({ items }) => items) };
}

/** null: some word does not occur. */
function scoreOf(entry: PaletteEntry, words: readonly string[]): number | null {
  const label = entry.label.toLowerCase();
  const rest = `${entry.group} ${entry.detail ?? ''} ${entry.also ?? ''}`.toLowerCase();
  let score = 0;
  for (const word of words) {
    const points = pointsIn(label, word) * 10 || pointsIn(rest, word);
    if (points === 0) return null;
    score += points;
  }
  return score;
}

function pointsIn(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 4;
  return startsWord(text, word) ? 3 : 1;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
