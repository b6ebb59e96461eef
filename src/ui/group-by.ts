/** Items in their order, those of one group together where the group first appears; '' is no group. */
export function byGroup<Item extends { group?: string | undefined }>(
  items: readonly Item[],
): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const members = groups.get(item.group ?? '');
    if (members) members.push(item);
    else groups.set(item.group ?? '', [item]);
  }
  return [...groups];
}
