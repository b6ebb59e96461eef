import { useDeferredValue, useState, type ReactNode, type Ref } from 'react';
import type { TreeHandle } from '../result-handle.ts';
import { ResponseBar } from './response-bar.tsx';
import { atOnceBytes, readResponseBody } from './response-body.ts';
import { ResponseContent } from './response-content.tsx';
import { viewsOf, type ViewId } from './response-views.ts';
import { useHttpResponse } from './use-http-response.ts';

/** How a body is looked at. */
export interface BodyLook {
  /** null for the view that fits it best. */
  view: ViewId | null;
  onView: (view: ViewId) => void;
  isFinding: boolean;
  onFind: (isFinding: boolean) => void;
  /** Of the tree, while it is shown. */
  treeRef?: Ref<TreeHandle>;
  /** What leads to the documents inside JSON, of the response when nothing else is said. */
  documentsInside?: ((text: string, holder?: 'payload') => ReactNode) | undefined;
  /** Makes an expectation of a value of the tree. */
  onExpect?: ((path: string, source: string) => void) | undefined;
}

export interface BodyViewProps {
  bytes: Uint8Array;
  /** Of the file that it is saved as, without its extension. */
  fileName: string;
  wrapByDefault: boolean;
  look: BodyLook;
  /** The first text is shown from its end; another view of it is read from its beginning. */
  followEnd?: boolean;
}

/**
 * A whole body with the ways to look at it. A large one comes a moment after the outcome, in a task of its own:
 * decoding it and cutting it into rows would otherwise make that one felt. Until then nothing is shown, least of all
 * the body of the run before.
 */
export function BodyView({ bytes, ...rest }: BodyViewProps) {
  const settled = useDeferredValue(bytes, null);
  const [ownWrap, onOwnWrap] = useState<boolean | null>(null);
  if (settled !== bytes && bytes.length > atOnceBytes) return null;
  return <WholeBody {...{ bytes, ownWrap, onOwnWrap }} {...rest} />;
}

interface WholeBodyProps extends BodyViewProps {
  ownWrap: boolean | null;
  onOwnWrap: (wrap: boolean) => void;
}

function WholeBody({
  bytes,
  fileName,
  wrapByDefault,
  look,
  followEnd = false,
  ownWrap,
  onOwnWrap,
}: WholeBodyProps) {
  const { view: chosen, onView, isFinding, onFind } = look;
  const [first, setFirst] = useState<{ chosen: ViewId | null } | null>({ chosen });
  if (first !== null && first.chosen !== chosen) setFirst(null);
  const body = readResponseBody(bytes);
  const http = useHttpResponse(bytes, body);
  const views = viewsOf(body, http);
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'hex');
  const wrap = ownWrap ?? wrapByDefault;
  return (
    <>
      <ResponseBar
        {...{ views, view, bytes, body, fileName, wrap, isFinding, onView, onFind }}
        onWrap={onOwnWrap}
        inside={body.kind === 'json' && look.documentsInside?.(body.text)}
      />
      <div className="response-view-body">
        <ResponseContent
          {...{ view, bytes, body, http, wrap, isFinding }}
          followEnd={followEnd && first !== null}
          treeRef={look.treeRef}
          onExpect={look.onExpect}
          onFindClose={() => onFind(false)}
        />
      </div>
    </>
  );
}
