import type { HistoryPort } from '../features/history/history-port.ts';
import type { RunKeeper } from '../state/run-keeper.ts';
import type { Services } from './compose.ts';
import { environments } from './environments.ts';

/** What the history's list and windows work with, once the keeper is there. */
export function historyPort(services: Services, keeper: RunKeeper): HistoryPort {
  const { history, library, settings, storage, drafts, connections } = services;
  const randomUUID = (): string => crypto.randomUUID();
  const backup = { storage, drafts, connections, settings, environments, randomUUID };
  return { history, keeper, dialogs: library.dialogs, settings, storage, backup };
}
