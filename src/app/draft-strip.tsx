import type { RefObject } from 'react';
import type { DraftTabDescription } from '../features/drafts/draft-tab.tsx';
import { DraftTabs, type DraftTabsHandle } from '../features/drafts/draft-tabs.tsx';
import { OutcomeIcon } from '../features/result/outcome-icon.tsx';
import { outcomeWords } from '../features/result/outcome-words.ts';
import { draftTitle } from '../state/draft-title.ts';
import type { Draft, Run } from '../state/types.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { toneClass } from '../ui/tone.ts';
import { useStore } from '../ui/use-store.ts';
import type { Actions } from './actions.ts';
import type { Services } from './compose.ts';
import { keymap, type ActionName } from './keymap.ts';

export interface DraftStripProps {
  services: Services;
  actions: Actions;
  onClose: (id: string) => void;
  baseId: string;
  handleRef: RefObject<DraftTabsHandle | null>;
}

/** The open drafts as tabs, each with the state of its last run. */
export function DraftStrip({ services, actions, onClose, baseId, handleRef }: DraftStripProps) {
  const { drafts, activeId, actions: tabs } = useStore(services.drafts, (state) => state);
  const runs = useStore(services.runs.store, (state) => state.byDraft);
  return (
    <DraftTabs
      tabs={drafts.map((draft) => toTab(draft, runs[draft.id]))}
      activeId={activeId}
      baseId={baseId}
      menu={draftMenu(actions)}
      onActivate={(id) => tabs.activate(id)}
      onNew={actions['new-draft'].run}
      onClose={onClose}
      onRename={(id, title) => tabs.rename(id, title)}
      onMove={(id, toIndex) => tabs.move(id, toIndex)}
      handleRef={handleRef}
    />
  );
}

function toTab(draft: Draft, run: Run | undefined): DraftTabDescription {
  return {
    id: draft.id,
    title: draftTitle(draft),
    detail: draft.title === null ? draft.qualifier : '',
    run: run === undefined ? null : runMark(run),
  };
}

function runMark({ outcome }: Run): DraftTabDescription['run'] {
  if (outcome === null) return { words: 'running', mark: <Spinner /> };
  const { title, tone } = outcomeWords[outcome];
  return {
    words: title,
    mark: (
      <span className={`draft-tab-mark ${toneClass(tone)}`}>
        <OutcomeIcon outcome={outcome} size={13} />
      </span>
    ),
  };
}

const menuWords = {
  'rename-draft': 'Rename',
  'duplicate-draft': 'Duplicate',
  'move-draft-left': 'Move left',
  'move-draft-right': 'Move right',
  'close-draft': 'Close',
  'close-other-drafts': 'Close others',
  'reopen-draft': 'Reopen the last closed',
} as const satisfies Partial<Record<ActionName, string>>;

function draftMenu(actions: Actions): MenuEntry[] {
  const names = Object.keys(menuWords) as (keyof typeof menuWords)[];
  return names.map((name) => ({
    id: name,
    label: menuWords[name],
    shortcut: keymap[name] ?? undefined,
    disabledReason: actions[name].unavailable,
    onSelect: actions[name].run,
  }));
}
