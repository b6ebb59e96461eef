import type { ReactNode, Ref } from 'react';
import type { Run } from '../../state/types.ts';
import { ClockNote } from './outcome/clock-note.tsx';
import { ConsoleLinksView } from './outcome/console-links-view.tsx';
import { NumbersStrip } from './outcome/numbers-strip.tsx';
import { OutcomeHeader } from './outcome/outcome-header.tsx';
import type { ResultHelp } from './outcome/result-help.ts';
import { RunNote } from './outcome/run-note.tsx';
import { RunningHeader } from './outcome/running-header.tsx';
import { RawTexts } from './raw-texts.tsx';
import { resultFacts } from './result-facts.ts';
import type { ResultHandle } from './result-handle.ts';
import type { BodyLook } from './response/body-view.tsx';
import { ResultTabs } from './result-tabs.tsx';
import { useResultLook } from './use-result-look.ts';

export interface RunResultProps {
  run: Run;
  /** Long lines break, unless the view says otherwise. */
  wrap: boolean;
  /** The zone in which the log tells times. */
  logTimes: 'local' | 'utc';
  help?: ResultHelp | undefined;
  handleRef?: Ref<ResultHandle> | undefined;
  /** Opens the credentials of the run's connection; absent where there are none to change. */
  onCredentials?: (() => void) | undefined;
  onStop: () => void;
  /** Stands under the numbers of a run that has ended. */
  strip?: ReactNode;
  documentsInside?: BodyLook['documentsInside'];
  onExpect?: BodyLook['onExpect'];
}

/** A run under way or at its end. */
export function RunResult(props: RunResultProps) {
  const { run, wrap, logTimes, help, handleRef, onCredentials, onStop, strip, documentsInside, onExpect } =
    props;
  const facts = resultFacts(run);
  const look = useResultLook(run, facts, handleRef);
  return (
    <>
      {run.outcome === null ? (
        <RunningHeader run={run} onStop={onStop} />
      ) : (
        <>
          <OutcomeHeader run={run} outcome={run.outcome} facts={facts} />
          <NumbersStrip facts={facts} isStream={run.request.stream} />
          {strip}
          <RunNote
            key={run.id}
            {...{ run, facts, help, onCredentials }}
            outcome={run.outcome}
            onTab={look.onTab}
          />
          <ClockNote run={run} />
          <ConsoleLinksView run={run} facts={facts} />
        </>
      )}
      <ResultTabs {...{ run, facts, wrap, logTimes }} look={{ ...look, documentsInside, onExpect }} />
      <RawTexts facts={facts} />
    </>
  );
}
