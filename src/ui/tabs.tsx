import { createContext, useContext, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import './tabs.css';
import { classNames } from './class-names.ts';
import { panelId, tabId } from './tab-ids.ts';
import { toneClass } from './tone.ts';
import type { Tone } from './tone.ts';

export interface TabDescription<Id extends string = string> {
  id: Id;
  /** The accessible name begins with it. */
  label: string;
  /** A short count or mark after the label. */
  badge?: string | undefined;
  /** Colours the badge, or a dot where there is no badge. */
  tone?: Tone | undefined;
}

export interface TabsProps<Id extends string> {
  /** Accessible name of the row of tabs. */
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  tabs: readonly TabDescription<Id>[];
  /** Controls at the end of the row. */
  trailing?: ReactNode;
  className?: string | undefined;
  /** Fixes the ids of tabs and panels (tab-ids.ts), for panels that stand elsewhere. */
  baseId?: string | undefined;
  /** The panels. */
  children?: ReactNode;
}

/** A row of tabs; arrow keys, Home and End choose at once. */
export function Tabs<Id extends string>({
  label,
  value,
  onChange,
  tabs,
  trailing,
  className,
  baseId: givenId,
  children,
}: TabsProps<Id>) {
  const ownId = useId();
  const baseId = givenId ?? ownId;
  const listRef = useRef<HTMLDivElement>(null);

  function handleKeyDown(event: KeyboardEvent) {
    const next = tabAfterKey(
      event.key,
      tabs.findIndex((tab) => tab.id === value),
      tabs.length,
    );
    const tab = next === null ? undefined : tabs[next];
    if (!tab || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(tab.id);
    listRef.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(baseId, tab.id))}`)?.focus();
  }

  return (
    <TabsContext value={{ baseId, value }}>
      <div className={classNames('tabs', className)}>
        <div className="tabs-bar">
          <div
            ref={listRef}
            role="tablist"
            tabIndex={-1}
            aria-label={label}
            className="tabs-list"
            onKeyDown={handleKeyDown}
          >
            {tabs.map((tab) => (
              <Tab
                key={tab.id}
                tab={tab}
                baseId={baseId}
                current={tab.id === value}
                onSelect={() => onChange(tab.id)}
              />
            ))}
          </div>
          {trailing !== undefined && <div className="tabs-trailing">{trailing}</div>}
        </div>
        {children}
      </div>
    </TabsContext>
  );
}

interface TabProps {
  tab: TabDescription;
  baseId: string;
  current: boolean;
  onSelect: () => void;
}

function Tab({ tab, baseId, current, onSelect }: TabProps) {
  return (
    <button
      type="button"
      role="tab"
      id={tabId(baseId, tab.id)}
      className="tabs-tab"
      aria-selected={current}
      aria-controls={current ? panelId(baseId, tab.id) : undefined}
      tabIndex={current ? 0 : -1}
      onClick={onSelect}
    >
      {tab.label}
      {tab.badge !== undefined && (
        <span className={classNames('tabs-badge', tab.tone && toneClass(tab.tone))}>{tab.badge}</span>
      )}
      {tab.badge === undefined && tab.tone !== undefined && (
        <span className={`tabs-dot ${toneClass(tab.tone)}`} />
      )}
    </button>
  );
}

export interface TabPanelProps {
  id: string;
  /** The panel stays in the document, hidden, while another tab is chosen. */
  keepMounted?: boolean;
  /** For a panel that scrolls and has no focusable content of its own. */
  focusable?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

export function TabPanel({ id, keepMounted = false, focusable = false, className, children }: TabPanelProps) {
  const { baseId, value } = useContext(TabsContext);
  const current = id === value;
  if (!current && !keepMounted) return null;
  return (
    <div
      role="tabpanel"
      id={panelId(baseId, id)}
      aria-labelledby={tabId(baseId, id)}
      hidden={!current}
      tabIndex={focusable ? 0 : undefined}
      className={classNames('tabs-panel', className)}
    >
      {children}
    </div>
  );
}

const TabsContext = createContext({ baseId: '', value: '' });

function tabAfterKey(key: string, current: number, count: number): number | null {
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
