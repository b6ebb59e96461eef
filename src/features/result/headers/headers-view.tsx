import type { Run } from '../../../state/types.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { VisibleText } from '../../../ui/visible-text.tsx';
import type { ResultFacts } from '../result-facts.ts';
import { hiddenHeaders, type HiddenHeader } from './hidden-headers.ts';
import './headers-view.css';

/** The headers that the page may read; those that CORS may hide are named, with what stands in for them. */
export function HeadersView({ run, facts }: { run: Run; facts: ResultFacts }) {
  const { headers } = facts;
  if (headers === undefined) {
    return (
      <EmptyState title="No headers">
        {run.outcome === null ? 'They come with the answer.' : 'There was no answer to read them from.'}
      </EmptyState>
    );
  }
  const entries = Object.entries(headers);
  const text = entries.map(([name, value]) => `${name}: ${value}\n`).join('');
  return (
    <div className="result-panel-scroll" tabIndex={0} role="group" aria-label="Response headers">
      <p className="headers-view-title">
        <span>Readable · {entries.length}</span>
        <CopyButton label="Copy headers" text={text} />
      </p>
      <KeyValue
        label="Response headers"
        rows={entries.map(([key, value]) => ({ key, value: <HeaderValue value={value} /> }))}
      />
      <Hidden headers={hiddenHeaders(run, facts)} />
    </div>
  );
}

/** A log tail fills a screen; it has a view of its own. */
function HeaderValue({ value }: { value: string }) {
  if (value.length <= longValue) return <VisibleText text={value} />;
  return (
    <details className="headers-view-long">
      <summary>
        <VisibleText text={value.slice(0, 48)} />… {value.length.toLocaleString('en-US')} characters
      </summary>
      <VisibleText text={value} />
    </details>
  );
}

const longValue = 256;

function Hidden({ headers }: { headers: readonly HiddenHeader[] }) {
  if (headers.length === 0) return null;
  return (
    <>
      <p className="headers-view-title">
        <span>Absent, or hidden by CORS · {headers.length}</span>
      </p>
      <p className="headers-view-why dim">
        A page reads only the headers that the endpoint names in Access-Control-Expose-Headers. This stands in
        for the others:
      </p>
      <KeyValue
        label="Hidden headers"
        mono={false}
        rows={headers.map(({ name, standsIn }) => ({ key: name, value: standsIn, dim: true }))}
      />
    </>
  );
}
