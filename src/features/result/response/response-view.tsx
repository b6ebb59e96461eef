import { useState } from 'react';
import type { Run } from '../../../state/types.ts';
import type { ResultFacts } from '../result-facts.ts';
import { NoBody } from './no-body.tsx';
import { ResponseBar } from './response-bar.tsx';
import { readResponseBody } from './response-body.ts';
import { ResponseContent } from './response-content.tsx';
import { viewsOf, type ViewId } from './response-views.ts';
import { useHttpResponse } from './use-http-response.ts';
import './response-view.css';

export interface ResponseViewProps {
  run: Run;
  facts: ResultFacts;
  /** Lines break unless this view says otherwise. */
  wrap: boolean;
}

/** The response body: never changed, only shown. */
export function ResponseView({ run, facts, wrap }: ResponseViewProps) {
  const bytes = facts.body;
  if (bytes === undefined || bytes.length === 0) return <NoBody run={run} facts={facts} />;
  return <Body bytes={bytes} fileName={run.request.functionName} wrapByDefault={wrap} />;
}

interface BodyProps {
  bytes: Uint8Array;
  fileName: string;
  wrapByDefault: boolean;
}

function Body({ bytes, fileName, wrapByDefault }: BodyProps) {
  const [chosen, setChosen] = useState<ViewId | null>(null);
  const [ownWrap, setOwnWrap] = useState<boolean | null>(null);
  const [isFinding, setFinding] = useState(false);
  const body = readResponseBody(bytes);
  const http = useHttpResponse(bytes, body);
  const views = viewsOf(body, http);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'hex');
  const wrap = ownWrap ?? wrapByDefault;
  return (
    <div className="response-view">
      <ResponseBar
        {...{ views, view, bytes, body, fileName, wrap, isFinding }}
        onView={setChosen}
        onWrap={setOwnWrap}
        onFind={setFinding}
      />
      <div className="response-view-body">
        <ResponseContent
          {...{ view, bytes, body, http, wrap, isFinding }}
          onFindClose={() => setFinding(false)}
        />
      </div>
    </div>
  );
}
