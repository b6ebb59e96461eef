import type { HistoryPort } from '../features/history/history-port.ts';
import type { RunKeeper } from '../state/run-keeper.ts';
import type { Services } from './compose.ts';

/** What the history's list and windows work with, once the keeper is there. */
export function historyPort(
  { history, library, settings, storage }: Services,
  keeper: RunKeeper,
): HistoryPort {
  return { history, keeper, dialogs: library.dialogs, settings, storage };
}
