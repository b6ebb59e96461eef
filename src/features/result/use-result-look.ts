import { useId, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import type { StreamEvent } from '../../core/index.ts';
import type { Run } from '../../state/types.ts';
import { focusAfter } from '../../ui/focus-after.ts';
import { panelId, tabId } from '../../ui/tab-ids.ts';
import { toggleClass, wholeLog, type LogFilter } from './log/log-filter.ts';
import { readResponseBody } from './response/response-body.ts';
import { viewNames, viewsOf, type ViewId } from './response/response-views.ts';
import { knownHttpResponse } from './response/use-http-response.ts';
import { sayMissing, saveLogRows, takingActions } from './taking-actions.ts';
import type { ResultFacts } from './result-facts.ts';
import type { ResultHandle, ResultTab, TreeHandle } from './result-handle.ts';

/** How a result is looked at. It stays from run to run, but for the search, which belongs to one. */
export interface ResultLook {
  tab: ResultTab;
  onTab: (tab: ResultTab) => void;
  /** The chosen view of the response; null for the one that fits it best. */
  view: ViewId | null;
  onView: (view: ViewId) => void;
  isFinding: boolean;
  onFind: (isFinding: boolean) => void;
  /** Of the rows of the log; another run begins with all of them. */
  logFilter: LogFilter;
  onLogFilter: (filter: LogFilter) => void;
  /** What the view of a stream stands still at; null while it follows the stream. */
  frozen: readonly StreamEvent[] | null;
  onPause: (isPaused: boolean) => void;
  treeRef: RefObject<TreeHandle | null>;
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
  const pause = usePause(run);
  const log = useLogFilter(run);
  const treeRef = useRef<TreeHandle>(null);
  const show = (next: ResultTab): void => {
    focusAfter(
      () => setTab(next),
      () => document.getElementById(tabId(baseId, next)),
    );
    reveal(panelId(baseId, next));
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
    ...takingActions(run, facts),
    pauseView: () => turnPause(run, pause),
    ...logActions(facts, log, () => show('log')),
    ...treeActions(treeRef),
  }));
  return {
    ...pause,
    ...log,
    treeRef,
    baseId,
    tab,
    view,
    onTab: show,
    onView: setView,
    isFinding: foundIn === run.id,
    onFind: (isFinding) => setFoundIn(isFinding ? run.id : null),
  };
}

function useLogFilter({ id }: Run): Pick<ResultLook, 'logFilter' | 'onLogFilter'> {
  const [filtered, setFiltered] = useState<{ id: string; filter: LogFilter } | null>(null);
  return {
    logFilter: filtered?.id === id ? filtered.filter : wholeLog,
    onLogFilter: (filter) => setFiltered({ id, filter }),
  };
}

function logActions(
  facts: ResultFacts,
  { logFilter, onLogFilter }: Pick<ResultLook, 'logFilter' | 'onLogFilter'>,
  showLog: () => void,
): Pick<ResultHandle, 'toggleLogLevel' | 'toggleLogClock' | 'saveLogRows'> {
  return {
    toggleLogLevel(level) {
      showLog();
      onLogFilter(toggleClass(logFilter, level));
    },
    toggleLogClock() {
      showLog();
      onLogFilter({ ...logFilter, isClock: !logFilter.isClock });
    },
    saveLogRows: () => saveLogRows(facts, logFilter),
  };
}

/** Below a long error the chosen panel may be out of sight: the tabs alone would seem to do nothing. */
function reveal(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}

/** A view that stands still belongs to one run. */
function usePause(run: Run): Pick<ResultLook, 'frozen' | 'onPause'> {
  const [paused, setPaused] = useState<{ id: string; events: readonly StreamEvent[] } | null>(null);
  return {
    frozen: paused?.id === run.id ? paused.events : null,
    onPause: (isPaused) => setPaused(isPaused ? { id: run.id, events: run.stream } : null),
  };
}

function turnPause(run: Run, { frozen, onPause }: Pick<ResultLook, 'frozen' | 'onPause'>): void {
  if (run.streamTimeline === null) sayMissing('This run is not a stream');
  else if (run.outcome !== null && frozen === null) sayMissing('The stream has ended');
  else onPause(frozen === null);
}

function treeActions(
  treeRef: RefObject<TreeHandle | null>,
): Pick<ResultHandle, 'expandTree' | 'collapseTree' | 'expectValue'> {
  const act = (does: (tree: TreeHandle) => void) => () => {
    if (treeRef.current) does(treeRef.current);
    else sayMissing('The tree view is not open');
  };
  return {
    expandTree: act((tree) => tree.expandAll()),
    collapseTree: act((tree) => tree.collapseAll()),
    expectValue: act((tree) => tree.expectSelected()),
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
