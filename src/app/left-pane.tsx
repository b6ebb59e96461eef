import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { Connection, Draft } from '../state/types.ts';
import type { PaneName } from '../ui/pane-layout.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import type { Services } from './compose.ts';
import { listState } from './list-state.ts';
import { PresetShelf } from './preset-shelf.tsx';
import './left-pane.css';

export type LibraryTab = 'presets' | 'history';

export interface LeftPaneProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  tab: LibraryTab;
  onTab: (tab: LibraryTab) => void;
  /** Something was put into the draft, or sent: narrow windows show that pane then. */
  onShow: (pane: PaneName) => void;
}

/** Presets and history: what there is to invoke, and what was. */
export function LeftPane({ services, draft, connection, tab, onTab, onShow }: LeftPaneProps) {
  // Its code is there before the tab is pressed; without it the press tries again.
  useEffect(() => whenIdle(() => void loadShelf().catch(() => undefined)), []);
  const onPicked = (): void => onShow('middle');
  const functions = useQuery(services.reads.functions(connection));
  return (
    <Tabs
      label="Library"
      className="left-pane"
      value={tab}
      onChange={onTab}
      tabs={[
        { id: 'presets', label: 'Presets' },
        { id: 'history', label: 'History' },
      ]}
    >
      <TabPanel id="presets">
        <Suspense fallback={null}>
          <FunctionList
            functions={functions.data ?? []}
            state={listState(functions)}
            currentName={draft.functionName}
            onPick={(functionName) => {
              services.drafts.getState().actions.update(draft.id, { functionName, qualifier: '' });
              onPicked();
            }}
          >
            {(filter) => <PresetShelf services={services} filter={filter} onOpened={onPicked} />}
          </FunctionList>
        </Suspense>
      </TabPanel>
      <TabPanel id="history">
        <Suspense fallback={null}>
          <HistoryShelf services={services} onOpened={onPicked} onReplayed={() => onShow('right')} />
        </Suspense>
      </TabPanel>
    </Tabs>
  );
}

const loadShelf = () => import('./history-shelf.tsx');
const HistoryShelf = lazy(async () => ({ default: (await loadShelf()).HistoryShelf }));

const FunctionList = lazy(async () => ({
  default: (await import('../features/library/function-list.tsx')).FunctionList,
}));
