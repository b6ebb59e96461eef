import { useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { DraftTabDescription } from './draft-tab.tsx';
import { RenameBox } from './rename-box.tsx';

export interface RenameOptions {
  tabs: readonly DraftTabDescription[];
  onRename: (id: string, title: string | null) => void;
}

export interface Rename {
  /** The box while a name is being written, else null. */
  box: ReactNode;
  start: (id: string) => void;
}

interface NamedPlace {
  id: string;
  left: number;
  width: number;
}

/** Renaming in place: the box stands over the tab and not in it, because a tab can hold no text box. */
export function useRename(
  { tabs, onRename }: RenameOptions,
  listRef: RefObject<HTMLElement | null>,
  onEnd: () => void,
): Rename {
  const [place, setPlace] = useState<NamedPlace | null>(null);
  const tab = tabs.find(({ id }) => id === place?.id);

  function start(id: string): void {
    const list = listRef.current;
    const element = list?.querySelector<HTMLElement>(`[data-draft="${CSS.escape(id)}"]`);
    if (!list || !element) return;
    const left = element.offsetLeft - list.scrollLeft;
    setPlace({ id, left: Math.max(0, left), width: Math.max(element.offsetWidth, narrowestBox) });
  }

  function end(title: string | null): void {
    if (tab !== undefined && title !== null && title !== tab.title) onRename(tab.id, title.trim() || null);
    setPlace(null);
    onEnd();
  }

  const box = place !== null && tab !== undefined && (
    <RenameBox key={place.id} title={tab.title} place={place} onEnd={end} />
  );
  return { box, start };
}

/** In CSS pixels. */
const narrowestBox = 160;
