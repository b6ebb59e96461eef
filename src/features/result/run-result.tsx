import { useState } from 'react';
import type { Run } from '../../state/types.ts';
import { NumbersStrip } from './outcome/numbers-strip.tsx';
import { OutcomeHeader } from './outcome/outcome-header.tsx';
import { RunNote } from './outcome/run-note.tsx';
import { RunningHeader } from './outcome/running-header.tsx';
import { RawTexts } from './raw-texts.tsx';
import { resultFacts } from './result-facts.ts';
import { ResultTabs, type ResultTab } from './result-tabs.tsx';

export interface RunResultProps {
  run: Run;
  /** Long lines break, unless the view says otherwise. */
  wrap: boolean;
  /** The zone in which the log tells times. */
  logTimes: 'local' | 'utc';
}

/** A run under way or at its end. The tab that is looked at stays from run to run. */
export function RunResult({ run, wrap, logTimes }: RunResultProps) {
  const [tab, setTab] = useState<ResultTab>('response');
  const facts = resultFacts(run);
  return (
    <>
      {run.outcome === null ? (
        <RunningHeader run={run} />
      ) : (
        <>
          <OutcomeHeader run={run} outcome={run.outcome} facts={facts} />
          <NumbersStrip facts={facts} isStream={run.request.stream} />
          <RunNote key={run.id} run={run} outcome={run.outcome} facts={facts} onTab={setTab} />
        </>
      )}
      <ResultTabs {...{ run, facts, wrap, logTimes, tab }} onTab={setTab} />
      <RawTexts facts={facts} />
    </>
  );
}
