import type { RunSummary } from '../../state/history-types.ts';
import type { Favourite } from '../../state/stored-favourite.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import type { HistoryPort, RunDoings } from './history-port.ts';
import { targetOf } from './run-words.ts';

export interface RunMenu {
  port: HistoryPort;
  doings: RunDoings;
  favourite: Favourite | undefined;
  /** The next press on another run compares the two. */
  onCompareWithAnother: (summary: RunSummary) => void;
}

/** All that can be done with a run of the history. */
export function runMenu(summary: RunSummary, menu: RunMenu): MenuEntry[] {
  const { port, doings, favourite } = menu;
  const { id } = summary;
  const { show } = port.dialogs.getState().actions;
  const previous = previousRun(port.history.getState().summaries, summary);
  return [
    { id: 'open', label: 'Open as draft', shortcut: 'Enter', onSelect: () => doings.open(id) },
    {
      id: 'replay',
      label: 'Replay',
      disabledReason: doings.replayObstacle(summary),
      onSelect: () => doings.replay(id),
    },
    'separator',
    {
      id: 'compare-previous',
      label: 'Compare with the previous run',
      disabledReason: previous ? undefined : `No earlier run of ${summary.functionName} is here.`,
      onSelect: () => previous && show({ name: 'compare', left: previous.id, right: id }),
    },
    {
      id: 'compare',
      label: 'Compare with another run …',
      onSelect: () => menu.onCompareWithAnother(summary),
    },
    'separator',
    {
      id: 'favourite',
      label: favourite ? 'Rename favourite …' : 'Add to favourites …',
      onSelect: () => show({ name: 'favourite', runId: id }),
    },
    ...(favourite
      ? [
          {
            id: 'no-favourite',
            label: 'Remove from favourites',
            onSelect: () => void port.keeper.getState().actions.removeFavourite(id),
          },
        ]
      : []),
    'separator',
    {
      id: 'delete',
      label: 'Delete',
      shortcut: 'Delete',
      danger: true,
      disabledReason: summary.state === 'sending' ? 'It is under way.' : undefined,
      onSelect: () => void deleteRun(port, summary),
    },
  ];
}

/** The run of the same function before this one. */
function previousRun(
  summaries: readonly RunSummary[],
  { id, functionName }: RunSummary,
): RunSummary | undefined {
  return summaries.find((one) => one.id < id && one.functionName === functionName && one.state !== 'sending');
}

/** Deletes at once and offers the way back. */
export async function deleteRun({ keeper }: HistoryPort, summary: RunSummary): Promise<void> {
  if (summary.state === 'sending') return;
  const { actions } = keeper.getState();
  const removed = await actions.remove(summary.id);
  if (removed === null) {
    showToast({ title: 'The run could not be deleted', tone: 'warn' });
    return;
  }
  showToast({
    title: `Run of ${targetOf(summary)} deleted`,
    action: { label: 'Undo', onSelect: () => void actions.putBack(removed) },
  });
}
