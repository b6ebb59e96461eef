import { useId, useImperativeHandle, useState, type Ref } from 'react';
import { encodeBase64 } from '../../documents/base64.ts';
import type { Run } from '../../state/types.ts';
import { copyText } from '../../ui/copy-text.ts';
import { focusAfter } from '../../ui/focus-after.ts';
import { panelId, tabId } from '../../ui/tab-ids.ts';
import { showToast } from '../../ui/toast.ts';
import { copyRunAs } from './copy-as/copy-run-as.ts';
import { readResponseBody } from './response/response-body.ts';
import { extensionOf, viewNames, viewsOf, type ViewId } from './response/response-views.ts';
import { saveBytes } from './response/save-bytes.ts';
import { knownHttpResponse } from './response/use-http-response.ts';
import type { ResultFacts } from './result-facts.ts';
import type { ResultHandle, ResultTab } from './result-handle.ts';

/** How a result is looked at. It stays from run to run, but for the search, which belongs to one. */
export interface ResultLook {
  tab: ResultTab;
  onTab: (tab: ResultTab) => void;
  /** The chosen view of the response; null for the one that fits it best. */
  view: ViewId | null;
  onView: (view: ViewId) => void;
  isFinding: boolean;
  onFind: (isFinding: boolean) => void;
  /** Of the row of tabs. */
  baseId: string;
}

/** The state of the result's views, which buttons, keys and the palette change alike. */
export function useResultLook(
  run: Run,
  facts: ResultFacts,
  handleRef: Ref<ResultHandle> | undefined,
): ResultLook {
  const baseId = useId();
  const [tab, setTab] = useState<ResultTab>('response');
  const [view, setView] = useState<ViewId | null>(null);
  const [foundIn, setFoundIn] = useState<string | null>(null);
  const show = (next: ResultTab): void => {
    focusAfter(
      () => setTab(next),
      () => document.getElementById(tabId(baseId, next)),
    );
  };
  const find = (): void => {
    const place = tab === 'log' ? 'log' : 'response';
    const hasBox = focusAfter(
      () => {
        setTab(place);
        if (place === 'response') setFoundIn(run.id);
        // A tree, bytes and a picture are not looked through as text.
        if (place === 'response' && view !== null && !textViews.has(view)) setView(null);
      },
      () => searchBoxIn(panelId(baseId, place)),
    );
    if (!hasBox) sayMissing('There is no text here to look through');
  };
  useImperativeHandle(handleRef, () => ({
    show,
    find,
    view(next) {
      show('response');
      if (offers(facts.body, next)) setView(next);
      else sayMissing(`This response has no ${viewNames[next]} view`);
    },
    copyResponse: () => withBody(facts.body, copyBody),
    saveResponse: () => withBody(facts.body, (bytes) => saveBody(bytes, run.request.functionName)),
    copyRequestId: () => {
      if (facts.requestId === undefined) sayMissing('This run has no request ID');
      else copyText(facts.requestId, 'Request ID copied');
    },
    copyAs: (format) => void copyRunAs(run, format),
  }));
  return {
    baseId,
    tab,
    view,
    onTab: setTab,
    onView: setView,
    isFinding: foundIn === run.id,
    onFind: (isFinding) => setFoundIn(isFinding ? run.id : null),
  };
}

function searchBoxIn(id: string): HTMLElement | null {
  return document.getElementById(id)?.querySelector<HTMLElement>('input[type="search"]') ?? null;
}

const textViews: ReadonlySet<ViewId> = new Set(['pretty', 'raw', 'http']);

function offers(bytes: Uint8Array | undefined, view: ViewId): boolean {
  if (bytes === undefined || bytes.length === 0) return false;
  const body = readResponseBody(bytes);
  return viewsOf(body, knownHttpResponse(bytes, body)).includes(view);
}

function copyBody(bytes: Uint8Array): void {
  const { kind, text } = readResponseBody(bytes);
  if (kind === 'binary') copyText(encodeBase64(bytes), 'Response copied as base64');
  else copyText(text, 'Response copied');
}

function saveBody(bytes: Uint8Array, functionName: string): void {
  saveBytes(bytes, `${functionName}.${extensionOf(readResponseBody(bytes))}`);
}

function withBody(bytes: Uint8Array | undefined, act: (bytes: Uint8Array) => void): void {
  if (bytes === undefined || bytes.length === 0) sayMissing('This run has no response');
  else act(bytes);
}

function sayMissing(title: string): void {
  showToast({ title, tone: 'warn' });
}
