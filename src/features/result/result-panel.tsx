import { useState } from 'react';
import type { Run } from '../../state/types.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { AttemptsView } from './attempts-view.tsx';
import { HeadersView } from './headers-view.tsx';
import { logAbsence } from './log-absence.ts';
import { LogView } from './log-view.tsx';
import { logRows } from './log-rows.ts';
import { NumbersStrip } from './numbers-strip.tsx';
import { OutcomeHeader } from './outcome-header.tsx';
import { RawTexts } from './raw-texts.tsx';
import { RequestView } from './request-view.tsx';
import { ResponseView } from './response-view.tsx';
import { resultFacts, type ResultFacts } from './result-facts.ts';
import { RunNote } from './run-note.tsx';
import { RunningHeader } from './running-header.tsx';
import './result-panel.css';

export interface ResultPanelProps {
  run: Run | null;
  /** Runs since the page was opened. */
  count: number;
  wrap: boolean;
}

/** Everything that is known of a run, and nothing that is not. */
export function ResultPanel({ run, count, wrap }: ResultPanelProps) {
  const state = run === null ? 'idle' : run.outcome === null ? 'running' : 'done';
  return (
    <section className="result-panel" aria-label="Result" data-state={state} data-run={count}>
      {run === null ? <NoRun /> : <RunResult key={run.id} run={run} wrap={wrap} />}
    </section>
  );
}

function NoRun() {
  return (
    <EmptyState title="No result yet" keys="Mod+Enter">
      Invoke the function to see its status code, executed version, response and log here.
    </EmptyState>
  );
}

function RunResult({ run, wrap }: { run: Run; wrap: boolean }) {
  const facts = resultFacts(run);
  return (
    <>
      {run.outcome === null ? (
        <RunningHeader run={run} />
      ) : (
        <>
          <OutcomeHeader run={run} outcome={run.outcome} facts={facts} />
          <NumbersStrip facts={facts} />
          <RunNote run={run} outcome={run.outcome} facts={facts} />
        </>
      )}
      <ResultTabs run={run} facts={facts} wrap={wrap} />
      <RawTexts facts={facts} />
    </>
  );
}

function ResultTabs({ run, facts, wrap }: { run: Run; facts: ResultFacts; wrap: boolean }) {
  const [tab, setTab] = useState('response');
  const rowCount = facts.log === undefined ? 0 : logRows(facts.log.text).length;
  const tabs = [
    { id: 'response', label: 'Response' },
    { id: 'log', label: 'Log', ...(rowCount > 0 ? { badge: String(rowCount) } : {}) },
    {
      id: 'attempts',
      label: 'Attempts',
      ...(run.attempts.length > 1 ? { badge: String(run.attempts.length) } : {}),
    },
    { id: 'request', label: 'Request' },
    { id: 'headers', label: 'Headers' },
  ];
  return (
    <Tabs label="Result views" value={tab} onChange={setTab} tabs={tabs} className="result-panel-tabs">
      <TabPanel id="response">
        <ResponseView run={run} facts={facts} wrap={wrap} />
      </TabPanel>
      <TabPanel id="log">
        <LogView log={facts.log} absence={logAbsence(run)} />
      </TabPanel>
      <TabPanel id="attempts">
        <AttemptsView run={run} />
      </TabPanel>
      <TabPanel id="request">
        <RequestView run={run} />
      </TabPanel>
      <TabPanel id="headers">
        <HeadersView headers={facts.headers} />
      </TabPanel>
    </Tabs>
  );
}
