import invokeWorkerUrl from '../state/invoke.worker.ts?worker&url';
import { batches } from '../state/batches.ts';
import { createHeldBack, type HeldBackStore } from '../state/held-back.ts';
import { createSeriesBoard, type SeriesBoard } from '../state/series-board.ts';
import { createSeriesCalls } from '../state/series-calls.ts';
import { createVariantRuns } from '../state/variant-runs.ts';
import type { PresetDialogState } from '../state/preset-dialogs.ts';
import type { ComparePort } from '../features/compare/compare-port.ts';
import type { MeasurePort } from '../features/measure/measure-port.ts';
import type { VariablesPort } from '../features/variables/variables-port.ts';
import type { VariantsPort } from '../features/variants/variants-port.ts';
import { saveBytes } from '../ui/save-bytes.ts';
import { startWorker } from '../ui/start-worker.ts';
import { showToast } from '../ui/toast.ts';
import { environments } from './environments.ts';
import { expectValue } from './expect-value.ts';
import { preparedItem, preview, variableContext } from './late-variables.ts';
import type { Services } from './compose.ts';
import { comparePort } from './compare-way.ts';
import { measurePort } from './measure-way.ts';
import { sayNotLoaded } from './not-loaded.ts';
import { openKeptRun, reopenRunAloud } from './reopen-run.ts';
import { tellSeriesOver } from './series-notification.ts';

export interface WayTools {
  /** What is under way, whichever window ordered it. */
  board: SeriesBoard;
  variants: VariantsPort;
  compare: ComparePort;
  measure: MeasurePort;
  variables: VariablesPort;
  /** What was not sent for want of a variable's value. */
  heldBack: HeldBackStore;
}

/** Made once, when the first window is asked for; lives as long as the page. */
export function composeWays(services: Services): WayTools {
  const { runs, history, drafts, safety } = services;
  const heldBack = createHeldBack();
  const board = createSeriesBoard({
    service: runs.service,
    records: history.getState().actions.forSeries(),
    openCalls: createSeriesCalls({
      startWorker: () => startWorker(invokeWorkerUrl, 'invoke'),
      signing: services.signing,
      clientFor: services.clientFor,
      epochMs: () => performance.timeOrigin + performance.now(),
    }),
    monotonicMs: () => performance.now(),
    async ask(command, start) {
      if (command.connection.kind === 'local') start();
      else (await safety()).question.ask(command, start);
    },
    soon,
    prepare: (item, draftId) => preparedItem(services, item, draftId),
    onHeldBack: ({ values }) => heldBack.setState({ isHeld: true, values }),
    onFault: (reason) =>
      showToast({ title: reason instanceof Error ? reason.message : String(reason), tone: 'warn' }),
    onOver: (progress) => tellSeriesOver(services, progress),
  });
  const variantRuns = createVariantRuns({
    board,
    readRun: (runId) => history.getState().actions.get(runId),
    randomUUID: () => crypto.randomUUID(),
    random: () => Math.random(),
    soon,
  });
  const openRun = async (runId: string): Promise<boolean> => {
    const kept = variantRuns.privateRun(runId);
    if (kept === null) return reopenRunAloud(services, runId);
    openKeptRun(services, kept, { isPrivate: true });
    return true;
  };
  const save = (text: string, fileName: string): void => saveBytes(new TextEncoder().encode(text), fileName);
  return {
    board,
    variants: {
      drafts,
      runs: variantRuns,
      board,
      environments,
      context: variableContext,
      openVariables: (values) => heldBack.setState({ isHeld: true, values }),
      openRun,
      expectValue: (draftId, at) => void expectAndReturn(services, draftId, at),
      save,
    },
    compare: comparePort(services, heldBack),
    measure: measurePort(services, board),
    variables: { drafts, environments, preview },
    heldBack,
  };
}

async function expectAndReturn(
  services: Services,
  draftId: string,
  at: readonly [path: string, source: string],
): Promise<void> {
  const { dialogs } = services.presets;
  await expectValue(services, { draftId }, at).catch(sayNotLoaded);
  const stop = dialogs.subscribe(goBack);
  goBack(dialogs.getState());
  function goBack({ open }: PresetDialogState): void {
    if (open !== null) return;
    stop();
    services.ways.setState({ open: 'variants' });
  }
}

/** One drawing a second is enough to follow many runs, and leaves the page to them. */
const drawEachMs = 1_000;

/** A run that comes alone is drawn as good as at once. Timers go on in a hidden tab. */
const drawSoonMs = 30;

let drawnAtMs = -Infinity;

function soon(callback: () => void): void {
  drawing.add(callback);
}

/** Who waits is called together with the others, so that the page is drawn once for all of them. */
const drawing = batches<() => void>(
  (draw) => setTimeout(draw, Math.max(drawSoonMs, drawnAtMs + drawEachMs - performance.now())),
  (callbacks) => {
    drawnAtMs = performance.now();
    callbacks.forEach((callback) => callback());
  },
);
