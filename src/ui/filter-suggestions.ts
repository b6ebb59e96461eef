import { byGroup } from './group-by.ts';

/** One proposal of a combobox; the text box stays free. */
export interface Suggestion {
  value: string;
  /** Shown instead of the value. */
  label?: string | undefined;
  /** Shown dim behind it. */
  detail?: string | undefined;
  /** Proposals of one group stand together under its name. */
  group?: string | undefined;
}

export interface SuggestionGroup {
  name: string;
  items: readonly { suggestion: Suggestion; index: number }[];
}

export interface FilteredSuggestions {
  /** In the order they are shown, which is the order of the arrow keys. */
  flat: readonly Suggestion[];
  groups: readonly SuggestionGroup[];
  /** Matches left out because the list is bounded. */
  hidden: number;
}

/** Every word of the query must occur in value, label, detail or group, in any case. */
export function filterSuggestions(
  suggestions: readonly Suggestion[],
  query: string,
  limit = 100,
): FilteredSuggestions {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = suggestions.filter((suggestion) => {
    const text = searchText(suggestion);
    return words.every((word) => text.includes(word));
  });
  const grouped = byGroup(matches.slice(0, limit));
  const flat = grouped.flatMap(([, items]) => items);
  let index = 0;
  const groups = grouped.map(([name, items]) => ({
    name,
    items: items.map((suggestion) => ({ suggestion, index: index++ })),
  }));
  return { flat, groups, hidden: matches.length - flat.length };
}

function searchText({ value, label = '', detail = '', group = '' }: Suggestion): string {
  return `${value} ${label} ${detail} ${group}`.toLowerCase();
}
