import { useEffect } from 'react';
import type { Connection, Draft } from '../state/types.ts';
import { latePart } from '../ui/late-part.ts';
import { LateView } from '../ui/late-view.tsx';
import type { PaneName } from '../ui/pane-layout.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import type { Services } from './compose.ts';
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
  useEffect(() => whenIdle(() => void lateHistory.load().catch(() => undefined)), []);
  const onPicked = (): void => onShow('middle');
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
        <LateView
          part={latePresets}
          props={{ services, draft, connection, onPicked }}
          label="The list of presets"
        />
      </TabPanel>
      <TabPanel id="history">
        <LateView
          part={lateHistory}
          props={{ services, onOpened: onPicked, onReplayed: () => onShow('right') }}
          label="The history"
        />
      </TabPanel>
    </Tabs>
  );
}

const latePresets = latePart(async () => (await import('./library-presets.tsx')).LibraryPresets);
const lateHistory = latePart(async () => (await import('./history-shelf.tsx')).HistoryShelf);
