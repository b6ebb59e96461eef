import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { HistoryList } from '../features/history/history-list.tsx';
import { FunctionList } from '../features/library/function-list.tsx';
import type { Connection, Draft } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import type { Services } from './compose.ts';
import { listState } from './list-state.ts';
import { reopenRun } from './reopen-run.ts';
import './left-pane.css';

export interface LeftPaneProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  /** Something was put into the draft: narrow windows show the request then. */
  onPicked: () => void;
}

/** Presets and history: what there is to invoke, and what was. */
export function LeftPane({ services, draft, connection, onPicked }: LeftPaneProps) {
  const [tab, setTab] = useState<'presets' | 'history'>('presets');
  const functions = useQuery(services.reads.functions(connection));
  const open = (id: string): void => {
    void reopenRun(services, id).then((opened) => {
      if (opened === 'gone') showToast({ title: 'This run can’t be read any more', tone: 'warn' });
      else onPicked();
      if (opened === 'without-payload') showToast(payloadNotKept);
    });
  };
  return (
    <Tabs
      label="Library"
      className="left-pane"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'presets', label: 'Presets' },
        { id: 'history', label: 'History' },
      ]}
    >
      <TabPanel id="presets">
        <FunctionList
          functions={functions.data ?? []}
          state={listState(functions)}
          currentName={draft.functionName}
          onPick={(functionName) => {
            services.drafts.getState().actions.update(draft.id, { functionName, qualifier: '' });
            onPicked();
          }}
        />
      </TabPanel>
      <TabPanel id="history">
        <HistoryList store={services.history} onOpen={open} />
      </TabPanel>
    </Tabs>
  );
}

const payloadNotKept = {
  title: 'The payload of this run was not kept',
  description: 'It was larger than the history keeps, so the draft begins without one.',
  tone: 'warn',
} as const;
