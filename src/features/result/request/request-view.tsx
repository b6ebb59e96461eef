import type { Run } from '../../../state/types.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import './request-view.css';

/** What went over the wire: method, URL, headers with secrets masked, and what was signed. */
export function RequestView({ run }: { run: Run }) {
  const { prepared } = run;
  if (prepared === null) {
    return (
      <EmptyState title="No request">
        {run.outcome === null ? 'It is being signed.' : 'Nothing was sent.'}
      </EmptyState>
    );
  }
  return (
    <div className="result-panel-scroll request-view" tabIndex={0} role="group" aria-label="Request">
      <p className="request-view-line mono">
        <strong>{prepared.method}</strong> {prepared.url}
      </p>
      <KeyValue
        label="Request headers"
        rows={Object.entries(prepared.headers).map(([key, value]) => ({ key, value }))}
      />
      <Signed title="Canonical request" text={prepared.canonicalRequest} />
      <Signed title="String to sign" text={prepared.stringToSign} />
    </div>
  );
}

function Signed({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <details className="request-view-signed">
      <summary>{title}</summary>
      <CopyButton label={`Copy ${title.toLowerCase()}`} text={text} />
      <pre>{text}</pre>
    </details>
  );
}
