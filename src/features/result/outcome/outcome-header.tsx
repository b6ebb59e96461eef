import type { Run, RunOutcome } from '../../../state/types.ts';
import { toneClass } from '../../../ui/tone.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { CopyAsMenu } from '../copy-as/copy-as-menu.tsx';
import { DataField } from '../data-field.tsx';
import { OutcomeIcon } from '../outcome-icon.tsx';
import { outcomeWords } from '../outcome-words.ts';
import type { ResultFacts } from '../result-facts.ts';
import './outcome-header.css';

export interface OutcomeHeaderProps {
  run: Run;
  outcome: RunOutcome;
  facts: ResultFacts;
}

/** The outcome in words, colour and shape, with status code, executed version and request id. */
export function OutcomeHeader({ run, outcome, facts }: OutcomeHeaderProps) {
  const words = outcomeWords[outcome];
  return (
    <header className={`outcome-header ${toneClass(words.tone)}`}>
      <div className="outcome-header-mark">
        <OutcomeIcon outcome={outcome} />
        <DataField name="status-code" value={facts.statusCode} className="outcome-header-status mono" />
      </div>
      <div className="outcome-header-text">
        <p className="outcome-header-title" data-field="outcome" data-value={outcome} data-outcome={outcome}>
          {words.title}
        </p>
        <p className="outcome-header-line">
          <ExecutedVersion facts={facts} />
          <span>{run.request.invocationType}</span>
          <ColdStart facts={facts} />
          <Unkept {...{ run, outcome }} />
          {run.relayed && <span title={viaRelay}>via relay</span>}
          <DataField name="function-error" value={facts.functionError} />
          <DataField name="error-code" value={facts.error?.code} className="mono" />
        </p>
      </div>
      <CopyAsMenu run={run} />
      <IdLine label="Request ID" field="request-id" value={facts.requestId} />
      <IdLine label="Durable execution" field="durable-execution-arn" value={facts.durableExecutionArn} />
    </header>
  );
}

const viaRelay =
  'Sent through the relay of this page’s own server, because the endpoint lets no web page read its answers';

/** A run that will not be found in the history later. What was not sent never is: there is nothing to say of it. */
function Unkept({ run: { saved }, outcome }: Pick<OutcomeHeaderProps, 'run' | 'outcome'>) {
  if (saved === 'private') return <span title="Nothing of this run is written to the history">private</span>;
  if (saved !== 'not-saved' || outcome === 'not-sent') return null;
  return (
    <span title="The browser did not take the record of this run: it is gone with the page">not saved</span>
  );
}

/** The numbers strip tells how long it took. */
function ColdStart({ facts: { report } }: { facts: ResultFacts }) {
  if (report.initDurationMs !== undefined)
    return (
      <span className="outcome-header-start" title="A new execution environment was started for this run">
        cold start
      </span>
    );
  if (report.restoreDurationMs === undefined) return null;
  return (
    <span className="outcome-header-start" title="SnapStart restored an execution environment for this run">
      restored
    </span>
  );
}

function ExecutedVersion({ facts }: { facts: ResultFacts }) {
  const { executedVersion, executedVersionSource } = facts;
  if (executedVersion === undefined) {
    return facts.statusCode === 200 ? (
      <span title="The endpoint does not share this header with web pages (CORS), and neither the log nor the qualifier tells it.">
        version hidden
      </span>
    ) : null;
  }
  return (
    <span title={versionSources[executedVersionSource ?? 'header']}>
      version <DataField name="executed-version" value={executedVersion} className="mono" />
    </span>
  );
}

const versionSources = {
  header: 'Executed version, from the response header',
  log: 'Executed version, from the START line of the log tail: the header is hidden by CORS',
  qualifier: 'Executed version, from the qualifier: the header is hidden by CORS',
};

interface IdLineProps {
  label: string;
  field: string;
  value: string | undefined;
}

/** What finds the run again elsewhere: in logs, at support, in a list of executions. */
function IdLine({ label, field, value }: IdLineProps) {
  if (value === undefined) return null;
  return (
    <p className="outcome-header-id">
      <span className="dim">{label}</span>
      <DataField name={field} value={value} className="mono" />
      <CopyButton label={`Copy ${label.charAt(0).toLowerCase()}${label.slice(1)}`} text={value} />
    </p>
  );
}
