import type { ReactNode } from 'react';
import { rowsInSight, sectionsHeight, sectionTop } from '../../ui/sectioned-rows.ts';
import type { ScrollBox } from '../../ui/use-scroll-box.ts';
import { useRowHeight } from '../../ui/use-row-height.ts';
import { inGroupOrder, type RowGroup } from './row-groups.ts';

export interface GroupedRowsProps<Item> {
  groups: readonly RowGroup<Item>[];
  heading: 'h3' | 'h4';
  /** Stands behind the function in the accessible name of its list. */
  place?: string;
  keyOf: (item: Item) => string;
  /** The row that Tab reaches, by its key: it stays in the document wherever the list is scrolled to. */
  current: string;
  /** The box in which they are scrolled. */
  box: ScrollBox;
  /** How far down the box they begin, about: what is drawn beyond the edges covers some lines of text. */
  abovePx?: number;
  children: (item: Item, place: RowPlace) => ReactNode;
}

export interface RowPlace {
  /** In CSS pixels, below the head of its group. */
  top: number;
  number: number;
  of: number;
  isCurrent: boolean;
}

/** Presets by function; only those in sight are in the document. */
export function GroupedRows<Item>(props: GroupedRowsProps<Item>) {
  const { groups, heading: Heading, place = '', keyOf, current, box, abovePx = 0, children } = props;
  const height = useRowHeight();
  const items = inGroupOrder(groups);
  const list = { sections: groups, headHeight: height, rowHeight: height };
  const pinned = items.findIndex((item) => keyOf(item) === current);
  const shown = rowsInSight(list, { scrollTop: box.scrollTop - abovePx, height: box.height, pinned });
  return (
    <div className="preset-groups" style={{ blockSize: sectionsHeight(list) }}>
      {shown.sections.map((number) => {
        const group = groups[number];
        if (group === undefined) return null;
        const { first, count } = group;
        const name = group.name === '' ? 'No function' : group.name;
        return (
          <div key={name} className="preset-group" style={{ insetBlockStart: sectionTop(list, number) }}>
            <Heading className="truncate">{name}</Heading>
            <ul aria-label={`${name}${place}`} style={{ blockSize: count * height }}>
              {shown.rows.map((index) => {
                const item = group.items[index - first];
                if (item === undefined) return null;
                const top = (index - first) * height;
                return children(item, {
                  top,
                  number: index - first + 1,
                  of: count,
                  isCurrent: index === pinned,
                });
              })}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
