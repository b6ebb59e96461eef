import { useState } from 'react';
import { formatJson } from '../../../documents/json-format.ts';
import type { Run } from '../../../state/types.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { HexView } from '../../../ui/hex-view.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextView } from '../../../ui/text-view.tsx';
import { Download } from 'lucide-react';
import { HttpView } from './http-view.tsx';
import { readResponseBody, type ResponseBody } from './response-kind.ts';
import type { ResultFacts } from '../result-facts.ts';
import { saveBytes } from './save-bytes.ts';
import './response-view.css';

type ViewId = 'pretty' | 'raw' | 'http' | 'hex';

export interface ResponseViewProps {
  run: Run;
  facts: ResultFacts;
  wrap: boolean;
}

/** The response body: pretty by tokens, raw, as an HTTP response, or as bytes. Never changed, only shown. */
export function ResponseView({ run, facts, wrap }: ResponseViewProps) {
  const [chosen, setChosen] = useState<ViewId | null>(null);
  const bytes = facts.body;
  if (bytes === undefined || bytes.length === 0) return <NoBody run={run} facts={facts} />;
  const body = readResponseBody(bytes);
  const views = viewsOf(body);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'hex');
  return (
    <div className="response-view">
      <div className="response-view-bar">
        <Segmented
          label="Response view"
          size="small"
          value={view}
          onChange={setChosen}
          options={views.map((value) => ({ value, label: viewNames[value] }))}
        />
        <span className="response-view-actions">
          <CopyButton label="Copy response" text={body.kind === 'binary' ? () => '' : body.text} />
          <IconButton
            label="Save response as a file"
            icon={<Download size={15} />}
            onClick={() => saveBytes(bytes, `${run.request.functionName}.${extensionOf(body)}`)}
          />
        </span>
      </div>
      <div className="response-view-body">
        <Body view={view} body={body} bytes={bytes} wrap={wrap} />
      </div>
    </div>
  );
}

interface BodyProps {
  view: ViewId;
  body: ResponseBody;
  bytes: Uint8Array;
  wrap: boolean;
}

function Body({ view, body, bytes, wrap }: BodyProps) {
  if (view === 'hex') return <HexView bytes={bytes} label="Response bytes" />;
  if (view === 'http' && body.http !== null) return <HttpView response={body.http} wrap={wrap} />;
  const text = view === 'pretty' ? formatJson(body.text) : body.text;
  return (
    <TextView
      text={text}
      language={body.kind === 'json' ? 'json' : 'plain'}
      wrap={wrap}
      label="Response text"
    />
  );
}

function NoBody({ run, facts }: { run: Run; facts: ResultFacts }) {
  if (run.omitted.response !== undefined) {
    return (
      <EmptyState title="Response not kept">
        It had {run.omitted.response.sizeBytes} bytes, more than the history keeps.
      </EmptyState>
    );
  }
  if (facts.body !== undefined && facts.error === undefined) {
    return <EmptyState title="Empty response">The body has no bytes.</EmptyState>;
  }
  if (run.outcome === null)
    return <EmptyState title="Waiting for the response">The body shows here.</EmptyState>;
  return <EmptyState title="No response">There is no body to show.</EmptyState>;
}

function viewsOf(body: ResponseBody): ViewId[] {
  if (body.kind === 'binary') return ['hex'];
  if (body.kind === 'text') return ['raw', 'hex'];
  return body.http === null ? ['pretty', 'raw', 'hex'] : ['pretty', 'http', 'raw', 'hex'];
}

const viewNames: Record<ViewId, string> = { pretty: 'Pretty', raw: 'Raw', http: 'HTTP', hex: 'Hex' };

function extensionOf(body: ResponseBody): string {
  return body.kind === 'json' ? 'json' : body.kind === 'text' ? 'txt' : 'bin';
}
