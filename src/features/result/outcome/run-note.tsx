import { seriesLane } from '../../../state/run-id.ts';
import type { Run, RunOutcome } from '../../../state/types.ts';
import { Callout } from '../../../ui/callout.tsx';
import { FunctionErrorView } from './function-error-view.tsx';
import { outcomeWords } from '../outcome-words.ts';
import { cancelledNote, outcomeNotes } from './outcome-notes.ts';
import type { ResultFacts } from '../result-facts.ts';
import type { ResultTab } from '../result-handle.ts';
import { concernsCredentials, CredentialsButton } from './credentials-button.tsx';
import { FailedNote } from './failed-note.tsx';
import { MayHaveRunField } from './may-have-run-field.tsx';
import type { ResultHelp } from './result-help.ts';

export interface RunNoteProps {
  run: Run;
  outcome: RunOutcome;
  facts: ResultFacts;
  help?: ResultHelp | undefined;
  /** Leads to the view that tells more. */
  onTab: (tab: ResultTab) => void;
  /** Opens the credentials of the connection; absent where there are none to change. */
  onCredentials?: (() => void) | undefined;
}

/** What happened, whether the function may have run, and what to do next. */
export function RunNote(props: RunNoteProps) {
  return (
    <div className="run-note">
      <Note {...props} />
    </div>
  );
}

function Note({ run, outcome, facts, help, onTab, onCredentials }: RunNoteProps) {
  if (run.refusal !== null) return <Refused {...{ run, onCredentials }} />;
  if (run.interrupted) return <Interrupted run={run} facts={facts} />;
  if (outcome === 'cancelled') return <Cancelled {...{ run, facts }} />;
  if (facts.error !== undefined)
    return <FailedNote {...{ run, outcome, facts, help, onTab, onCredentials }} />;
  if (outcome === 'function-error') return <FunctionFailed facts={facts} />;
  const { tone, title } = outcomeWords[outcome];
  const note = outcomeNotes[outcome];
  return note === undefined ? null : (
    <Callout tone={tone} title={title}>
      {note}
    </Callout>
  );
}

function FunctionFailed({ facts }: { facts: ResultFacts }) {
  if (facts.functionErrorDetail !== undefined) return <FunctionErrorView error={facts.functionErrorDetail} />;
  return (
    <Callout tone="error" title="The function failed">
      Its error document has a shape that is not known; it is shown below as it came.
    </Callout>
  );
}

function Refused({ run, onCredentials }: Pick<RunNoteProps, 'run' | 'onCredentials'>) {
  const code = run.refusal?.code;
  return (
    <Callout
      tone="neutral"
      title={run.refusal?.message ?? ''}
      actions={
        concernsCredentials(code) ? <CredentialsButton code={code} onOpen={onCredentials} /> : undefined
      }
    >
      {run.refusal?.nextStep} Nothing was sent.
    </Callout>
  );
}

function Interrupted({ run, facts }: Pick<RunNoteProps, 'run' | 'facts'>) {
  const isOfSeries = run.draftId.startsWith(seriesLane);
  return (
    <Callout tone="unknown" title="This run was cut off">
      <p>
        The page was closed or reloaded before {isOfSeries ? 'its end was recorded' : 'an answer came'}.{' '}
        <MayHaveRunField value={facts.mayHaveRun} words="The function may have run" />; its log in CloudWatch
        Logs tells. Nothing was sent again.
        {isOfSeries &&
          ' As one of many runs it may still have waited for its turn, so that nothing was sent, or have ended in the quarter of a second before.'}
      </p>
    </Callout>
  );
}

function Cancelled({ run, facts: { mayHaveRun } }: Pick<RunNoteProps, 'run' | 'facts'>) {
  return (
    <Callout tone="neutral" title="You stopped waiting">
      <p>
        {cancelledNote(run, mayHaveRun)}{' '}
        <MayHaveRunField
          value={mayHaveRun}
          {...(mayHaveRun === 'yes' && run.request.stream && { words: 'The function was started.' })}
        />
      </p>
    </Callout>
  );
}
