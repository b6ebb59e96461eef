import type { ReactNode } from 'react';
import type { Run, RunOutcome } from '../../../state/types.ts';
import { Callout } from '../../../ui/callout.tsx';
import { DataField } from '../data-field.tsx';
import { FunctionErrorView } from './function-error-view.tsx';
import { cancelledNote, outcomeWords } from '../outcome-words.ts';
import type { ResultFacts } from '../result-facts.ts';

export interface RunNoteProps {
  run: Run;
  outcome: RunOutcome;
  facts: ResultFacts;
}

/** What happened, whether the function may have run, and what to do next. */
export function RunNote(props: RunNoteProps) {
  return (
    <div className="run-note">
      <Note {...props} />
    </div>
  );
}

function Note({ run, outcome, facts }: RunNoteProps) {
  if (run.refusal !== null) return <Refused run={run} />;
  if (run.interrupted) return <Interrupted />;
  if (outcome === 'cancelled') return <Cancelled facts={facts} />;
  if (facts.error !== undefined) return <Failed outcome={outcome} facts={facts} />;
  if (outcome === 'function-error') return <FunctionFailed facts={facts} />;
  const { note, tone, title } = outcomeWords[outcome];
  return note === null ? null : (
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

function Refused({ run }: { run: Run }) {
  return (
    <Callout tone="neutral" title={run.refusal?.message ?? ''}>
      {run.refusal?.nextStep} Nothing was sent.
    </Callout>
  );
}

function Interrupted() {
  return (
    <Callout tone="unknown" title="This run was cut off">
      The page was closed or reloaded before an answer came. The function may have run; its log in CloudWatch
      Logs tells. Nothing was sent again.
    </Callout>
  );
}

function Cancelled({ facts }: { facts: ResultFacts }) {
  const { mayHaveRun } = facts;
  return (
    <Callout tone="neutral" title="You stopped waiting">
      {cancelledNote(mayHaveRun !== 'no')}
      <MayHaveRunField value={mayHaveRun} />
    </Callout>
  );
}

function Failed({ outcome, facts }: { outcome: RunOutcome; facts: ResultFacts }) {
  const { error, errorWords } = facts;
  if (error === undefined || errorWords === undefined) return null;
  return (
    <Callout tone={outcomeWords[outcome].tone} title={errorWords.title}>
      <p>{errorWords.meaning}</p>
      {error.problems === undefined ? (
        <p>
          <strong>What to do.</strong> {errorWords.nextStep}
        </p>
      ) : (
        <ul className="run-note-problems" data-field="error-message" data-value={error.message}>
          {error.problems.map((problem) => (
            <li key={`${problem.field} ${problem.message}`}>{problem.message}</li>
          ))}
        </ul>
      )}
      <MayHaveRunField value={error.mayHaveRun} />
      {error.problems === undefined && (
        <p className="run-note-message mono">
          <DataField name="error-message" value={error.message} />
          {error.reason !== undefined && <> · {error.reason}</>}
        </p>
      )}
    </Callout>
  );
}

const mayHaveRunWords: Record<'no' | 'unknown' | 'yes', ReactNode> = {
  no: 'The function did not run.',
  unknown: 'The function may have run, possibly more than once.',
  yes: 'The function ran; the answer is incomplete.',
};

function MayHaveRunField({ value }: { value: ResultFacts['mayHaveRun'] }) {
  if (value === undefined) return null;
  return (
    <p>
      <DataField name="may-have-run" value={value}>
        {mayHaveRunWords[value]}
      </DataField>
    </p>
  );
}
