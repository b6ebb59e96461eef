import type { Ref } from 'react';
import type { Run } from '../../state/types.ts';
import { NumbersStrip } from './outcome/numbers-strip.tsx';
import { OutcomeHeader } from './outcome/outcome-header.tsx';
import { RunNote } from './outcome/run-note.tsx';
import { RunningHeader } from './outcome/running-header.tsx';
import { RawTexts } from './raw-texts.tsx';
import { resultFacts } from './result-facts.ts';
import type { ResultHandle } from './result-handle.ts';
import { ResultTabs } from './result-tabs.tsx';
import { useResultLook } from './use-result-look.ts';

export interface RunResultProps {
  run: Run;
  /** Long lines break, unless the view says otherwise. */
  wrap: boolean;
  /** The zone in which the log tells times. */
  logTimes: 'local' | 'utc';
  handleRef?: Ref<ResultHandle> | undefined;
}

/** A run under way or at its end. */
export function RunResult({ run, wrap, logTimes, handleRef }: RunResultProps) {
  const facts = resultFacts(run);
  const look = useResultLook(run, facts, handleRef);
  return (
    <>
      {run.outcome === null ? (
        <RunningHeader run={run} />
      ) : (
        <>
          <OutcomeHeader run={run} outcome={run.outcome} facts={facts} />
          <NumbersStrip facts={facts} isStream={run.request.stream} />
          <RunNote key={run.id} run={run} outcome={run.outcome} facts={facts} onTab={look.onTab} />
        </>
      )}
      <ResultTabs {...{ run, facts, wrap, logTimes, look }} />
      <RawTexts facts={facts} />
    </>
  );
}
