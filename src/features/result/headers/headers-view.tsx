import { EmptyState } from '../../../ui/empty-state.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';

/** Response headers that matter here and that an endpoint can hide from a page. */
const oftenHidden = [
  'x-amzn-requestid',
  'x-amz-executed-version',
  'x-amz-function-error',
  'x-amz-log-result',
  'x-amz-durable-execution-arn',
  'date',
];

/** The headers that the page may read; those that CORS may hide are named, not called absent. */
export function HeadersView({ headers }: { headers: Record<string, string> | undefined }) {
  if (headers === undefined)
    return <EmptyState title="No headers">There was no answer to read them from.</EmptyState>;
  const hidden = oftenHidden.filter((name) => headers[name] === undefined);
  return (
    <div className="result-panel-scroll" tabIndex={0} role="group" aria-label="Response headers">
      <KeyValue
        label="Response headers"
        rows={Object.entries(headers).map(([key, value]) => ({ key, value }))}
      />
      {hidden.length > 0 && (
        <p className="result-panel-footnote">
          Not present, or hidden by CORS (Access-Control-Expose-Headers):{' '}
          <span className="mono">{hidden.join(', ')}</span>
        </p>
      )}
    </div>
  );
}
