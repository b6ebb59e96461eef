import { Ellipsis, Plus } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { panelId, tabId } from '../../ui/tab-ids.ts';
import { DraftTab, type DraftTabDescription } from './draft-tab.tsx';
import './draft-tabs.css';
import { tabKey } from './tab-key.ts';
import { useRename } from './use-rename.tsx';
import { useTabDrag } from './use-tab-drag.ts';

export interface DraftTabsHandle {
  /** Puts the focus on the current tab. */
  focus: () => void;
  /** Opens the box for the current tab's name. */
  rename: () => void;
}

export interface DraftTabsProps {
  tabs: readonly DraftTabDescription[];
  activeId: string;
  /** Ids of tabs and panel (ui/tab-ids.ts); the panel is `panelId(baseId, 'draft')`. */
  baseId: string;
  /** What can be done with the current draft, for those who do not know the keys. */
  menu: readonly MenuEntry[];
  onActivate: (id: string) => void;
  onNew: () => void;
  onClose: (id: string) => void;
  /** null: the function's name again. */
  onRename: (id: string, title: string | null) => void;
  onMove: (id: string, toIndex: number) => void;
  handleRef?: Ref<DraftTabsHandle> | undefined;
}

/** The drafts that are open, in a row: chosen, named, moved and closed by pointer and by key. */
export function DraftTabs(props: DraftTabsProps) {
  const { tabs, activeId, baseId, menu, onActivate, onNew, onClose, handleRef } = props;
  const listRef = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [news, setNews] = useState('');
  const move = (id: string, toIndex: number): void => {
    props.onMove(id, toIndex);
    const place = Math.max(0, Math.min(toIndex, tabs.length - 1)) + 1;
    setNews(`Tab ${place} of ${tabs.length}`);
  };
  const rename = useRename(props, listRef, () => {
    wantsFocus.current = true;
  });
  const order = tabs.map(({ id }) => id);
  const { draggedId, handlePointerDown } = useTabDrag({ listRef, order, onMove: move });

  const currentTab = (): HTMLElement | null | undefined =>
    listRef.current?.querySelector(`#${CSS.escape(tabId(baseId, activeId))}`);
  useEffect(() => {
    const tab = listRef.current?.querySelector(`#${CSS.escape(tabId(baseId, activeId))}`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId, baseId]);
  useEffect(() => {
    if (wantsFocus.current) currentTab()?.focus();
    wantsFocus.current = false;
  });
  useImperativeHandle(handleRef, () => ({
    focus: () => currentTab()?.focus(),
    rename: () => rename.start(activeId),
  }));

  function handleKeyDown(event: KeyboardEvent): void {
    const key = tabKey(event, { index: order.indexOf(activeId), count: order.length });
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    wantsFocus.current = true;
    if (key.type === 'go') onActivate(order[key.toIndex] ?? activeId);
    else if (key.type === 'move') move(activeId, key.toIndex);
    else if (key.type === 'close') onClose(activeId);
    else rename.start(activeId);
  }

  return (
    <div className="draft-tabs">
      <div className="draft-tabs-row">
        <div
          ref={listRef}
          role="tablist"
          tabIndex={-1}
          aria-label="Drafts"
          className="draft-tabs-list"
          onKeyDown={handleKeyDown}
        >
          {tabs.map((tab) => (
            <DraftTab
              key={tab.id}
              tab={tab}
              elementId={tabId(baseId, tab.id)}
              controls={panelId(baseId, 'draft')}
              current={tab.id === activeId}
              dragged={tab.id === draggedId}
              onActivate={() => onActivate(tab.id)}
              onClose={() => onClose(tab.id)}
              onRename={() => rename.start(tab.id)}
              onPointerDown={(event) => handlePointerDown(event, tab.id)}
            />
          ))}
        </div>
        {rename.box}
      </div>
      <IconButton
        label="New draft"
        shortcut="Shift+Alt+N"
        size="small"
        icon={<Plus aria-hidden="true" />}
        onClick={onNew}
      />
      <Menu
        align="end"
        trigger={<IconButton label="Drafts menu" size="small" icon={<Ellipsis aria-hidden="true" />} />}
        items={menu}
      />
      <p role="status" className="visually-hidden">
        {news}
      </p>
    </div>
  );
}
