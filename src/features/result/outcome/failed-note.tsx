import type { InvokeError } from '../../../core/index.ts';
import type { Run, RunOutcome } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { VisibleText } from '../../../ui/visible-text.tsx';
import { DataField } from '../data-field.tsx';
import { outcomeWords } from '../outcome-words.ts';
import { serviceSideOf } from '../request/signature-mismatch.ts';
import type { ResultFacts } from '../result-facts.ts';
import type { ResultTab } from '../result-handle.ts';
import { CredentialsButton } from './credentials-button.tsx';
import { DiagnosisView } from './diagnosis-view.tsx';
import { MayHaveRunField } from './may-have-run-field.tsx';
import type { ResultHelp } from './result-help.ts';

export interface FailedNoteProps {
  run: Run;
  help?: ResultHelp | undefined;
  outcome: RunOutcome;
  facts: ResultFacts;
  onTab: (tab: ResultTab) => void;
  onCredentials?: (() => void) | undefined;
}

/** A failed call in plain words, with the service's own below. */
export function FailedNote({ run, help, outcome, facts, onTab, onCredentials }: FailedNoteProps) {
  const { error, errorWords } = facts;
  if (error === undefined || errorWords === undefined) return null;
  const [meaning, ran] = splitMeaning(errorWords.meaning);
  return (
    <Callout
      tone={outcomeWords[outcome].tone}
      title={errorWords.title}
      actions={
        <>
          {serviceSideOf(error.message) !== null && <CompareButton onTab={onTab} />}
          {error.kind === 'credentials' && <CredentialsButton code={error.code} onOpen={onCredentials} />}
        </>
      }
    >
      <p>
        {meaning} <MayHaveRunField value={error.mayHaveRun} words={ran} />
      </p>
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
      {error.problems === undefined && <ErrorMessage error={error} />}
      {help && <DiagnosisView run={run} help={help} />}
    </Callout>
  );
}

/** The core's words end with whether anything ran; that sentence is a fact of its own. */
function splitMeaning(text: string): [string, string] {
  const at = text.lastIndexOf('. ') + 2;
  return [text.slice(0, at), text.slice(at)];
}

function CompareButton({ onTab }: Pick<FailedNoteProps, 'onTab'>) {
  return (
    <Button size="small" onClick={() => onTab('request')}>
      Compare the signatures
    </Button>
  );
}

/** What AWS's own clients, and the core with them, say for an answer that says nothing. */
const noMessage = 'UnknownError';

/** The service's own words. Some quote the whole request: what is below the first paragraph folds away. */
function ErrorMessage({ error: { message, reason } }: { error: InvokeError }) {
  const [first = '', ...rest] = message.split('\n\n');
  return (
    <div className="run-note-message mono">
      <DataField name="error-message" value={message}>
        {message === noMessage ? 'The answer has no message of its own.' : <VisibleText text={first} />}
      </DataField>
      {reason !== undefined && <> · {reason}</>}
      {rest.length > 0 && (
        <details>
          <summary>The whole message</summary>
          <VisibleText text={rest.join('\n\n')} />
        </details>
      )}
    </div>
  );
}
