import type { RowSection } from '../../ui/sectioned-rows.ts';
import { byGroup } from '../../ui/group-by.ts';

/** Presets of one function, which stand together under its name. */
export interface RowGroup<Item> extends RowSection {
  /** The function; '' is none. */
  name: string;
  items: readonly Item[];
}

export function rowGroups<Item>(
  items: readonly Item[],
  functionOf: (item: Item) => string,
): readonly RowGroup<Item>[] {
  let first = 0;
  return byGroup(items.map((item) => ({ item, group: functionOf(item) }))).map(([name, members]) => {
    const group = { name, first, count: members.length, items: members.map(({ item }) => item) };
    first += members.length;
    return group;
  });
}

/** The items in the order in which they are shown. */
export function inGroupOrder<Item>(groups: readonly RowGroup<Item>[]): readonly Item[] {
  return groups.flatMap(({ items }) => items);
}
