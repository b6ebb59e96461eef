import { useDeferredValue, useState } from 'react';
import { ResponseBar } from './response-bar.tsx';
import { atOnceBytes, readResponseBody } from './response-body.ts';
import { ResponseContent } from './response-content.tsx';
import { viewsOf, type ViewId } from './response-views.ts';
import { useHttpResponse } from './use-http-response.ts';

export interface BodyViewProps {
  bytes: Uint8Array;
  /** Of the file that it is saved as, without its extension. */
  fileName: string;
  wrapByDefault: boolean;
}

/**
 * A whole body with the ways to look at it. A large one comes a moment after the outcome, in a task of its own:
 * decoding it and cutting it into rows would otherwise make that one felt. Until then nothing is shown, least of all
 * the body of the run before.
 */
export function BodyView({ bytes, ...look }: BodyViewProps) {
  const settled = useDeferredValue(bytes, null);
  const [chosen, onChosen] = useState<ViewId | null>(null);
  const [ownWrap, onOwnWrap] = useState<boolean | null>(null);
  if (settled !== bytes && bytes.length > atOnceBytes) return null;
  return <WholeBody {...{ bytes, chosen, onChosen, ownWrap, onOwnWrap }} {...look} />;
}

interface WholeBodyProps extends BodyViewProps {
  chosen: ViewId | null;
  onChosen: (view: ViewId) => void;
  ownWrap: boolean | null;
  onOwnWrap: (wrap: boolean) => void;
}

function WholeBody({ bytes, fileName, wrapByDefault, chosen, ownWrap, ...on }: WholeBodyProps) {
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
        onView={on.onChosen}
        onWrap={on.onOwnWrap}
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
