import type { Run } from '../../state/types.ts';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { AttemptsView } from './attempts/attempts-view.tsx';
import { HeadersView } from './headers/headers-view.tsx';
import { logAbsence } from './log/log-absence.ts';
import { logRows } from './log/log-rows.ts';
import { LogView } from './log/log-view.tsx';
import { RequestView } from './request/request-view.tsx';
import type { BodyLook } from './response/body-view.tsx';
import { ResponseView } from './response/response-view.tsx';
import type { ResultFacts } from './result-facts.ts';
import type { ResultTab } from './result-handle.ts';
import type { ResultLook } from './use-result-look.ts';

export interface ResultTabsProps {
  run: Run;
  facts: ResultFacts;
  wrap: boolean;
  logTimes: 'local' | 'utc';
  look: ResultLook & BodyLook;
}

export function ResultTabs({ run, facts, wrap, logTimes, look }: ResultTabsProps) {
  const rowCount = facts.log === undefined ? 0 : logRows(facts.log.text).length;
  const badges: Partial<Record<ResultTab, number>> = { log: rowCount };
  if (run.attempts.length > 1) badges.attempts = run.attempts.length;
  return (
    <Tabs
      label="Result views"
      baseId={look.baseId}
      value={look.tab}
      onChange={look.onTab}
      tabs={tabNames.map(([id, label]) => ({
        id,
        label,
        ...(badges[id] ? { badge: String(badges[id]) } : {}),
      }))}
      className="result-panel-tabs"
    >
      <TabPanel id="response">
        <ResponseView key={run.id} {...{ run, facts, wrap, look }} />
      </TabPanel>
      <TabPanel id="log">
        <LogView
          key={run.id}
          {...{ wrap }}
          log={facts.log}
          absence={logAbsence(run)}
          zone={logTimes}
          filter={look.logFilter}
          onFilter={look.onLogFilter}
        />
      </TabPanel>
      <TabPanel id="attempts">
        <AttemptsView run={run} />
      </TabPanel>
      <TabPanel id="request">
        <RequestView run={run} documentsInside={look.documentsInside} />
      </TabPanel>
      <TabPanel id="headers">
        <HeadersView run={run} facts={facts} />
      </TabPanel>
    </Tabs>
  );
}

const tabNames: readonly (readonly [ResultTab, string])[] = [
  ['response', 'Response'],
  ['log', 'Log'],
  ['attempts', 'Attempts'],
  ['request', 'Request'],
  ['headers', 'Headers'],
];
