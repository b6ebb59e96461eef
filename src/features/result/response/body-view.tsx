import { useState } from 'react';
import { ResponseBar } from './response-bar.tsx';
import { readResponseBody } from './response-body.ts';
import { ResponseContent } from './response-content.tsx';
import { viewsOf, type ViewId } from './response-views.ts';
import { useHttpResponse } from './use-http-response.ts';

export interface BodyViewProps {
  bytes: Uint8Array;
  /** Of the file that it is saved as, without its extension. */
  fileName: string;
  wrapByDefault: boolean;
}

/** A whole body with the ways to look at it. */
export function BodyView({ bytes, fileName, wrapByDefault }: BodyViewProps) {
  const [chosen, setChosen] = useState<ViewId | null>(null);
  const [ownWrap, setOwnWrap] = useState<boolean | null>(null);
  const [isFinding, setFinding] = useState(false);
  const body = readResponseBody(bytes);
  const http = useHttpResponse(bytes, body);
  const views = viewsOf(body, http);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'hex');
  const wrap = ownWrap ?? wrapByDefault;
  return (
    <>
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
    </>
  );
}
