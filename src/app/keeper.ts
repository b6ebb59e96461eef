import { openHistoryChannel, type HistoryChannel } from '../state/history-channel.ts';
import { createHistoryDialogs, type HistoryDialogStore } from '../state/history-dialogs.ts';
import { createHistoryStore, type CreateHistoryStore } from '../state/history-store.ts';
import type { HistoryStore } from '../state/history-types.ts';
import type { RunKeeper } from '../state/run-keeper.ts';
import type { RunListener } from '../state/run-types.ts';
import type { SettingsStore } from '../state/settings-store.ts';
import type { StorageDb } from '../state/storage-types.ts';
import { lateValue, type LateValue } from '../ui/late-part.ts';
import { whenIdle } from '../ui/when-idle.ts';

/** What keeps and clears the history; its code comes late. */
export interface LazyKeeper {
  dialogs: HistoryDialogStore;
  /** The one keeper, made when it is first asked for. */
  keeper: LateValue<RunKeeper>;
}

export interface ComposeHistory extends CreateHistoryStore {
  settings: SettingsStore;
}

/** The history, being read, with what keeps it within its limits. */
export function composeHistory(options: ComposeHistory) {
  // One for both: a channel hears every other one, also of its own page.
  const channel = openHistoryChannel();
  const history = createHistoryStore({ ...options, channel });
  void history.getState().actions.load();
  const library = createLazyKeeper({ ...options, history, channel });
  return { history, library, keeping: keepWithinLimits(library, options.settings) };
}

interface CreateLazyKeeper {
  storage: Promise<StorageDb>;
  history: HistoryStore;
  channel: HistoryChannel;
}

function createLazyKeeper({ storage, history, channel }: CreateLazyKeeper): LazyKeeper {
  const open = async (): Promise<RunKeeper> => {
    const { createRunKeeper } = await import('../state/run-keeper.ts');
    const made = createRunKeeper({ storage, history, channel, now: () => new Date() });
    await made.getState().actions.load();
    return made;
  };
  return { dialogs: createHistoryDialogs(), keeper: lateValue(open) };
}

/** Runs and milliseconds between two looks at the limits: each look reads the whole list. */
const [runsBetween, msBetween] = [200, 10_000];

/** Takes out what is beyond the limits: in an idle moment after the start, and now and then while runs are made. */
function keepWithinLimits(lazy: LazyKeeper, settings: SettingsStore): RunListener {
  let runs = 0;
  let lookedAtMs = performance.now();
  const prune = (): void => {
    const work = lazy.keeper
      .load()
      .then((keeper) => keeper.getState().actions.prune(settings.getState().retention));
    // Without its code nothing goes, and the next start tries again.
    work.catch(() => undefined);
  };
  whenIdle(prune);
  return {
    ended() {
      runs += 1;
      const nowMs = performance.now();
      if (runs < runsBetween || nowMs - lookedAtMs < msBetween) return;
      runs = 0;
      lookedAtMs = nowMs;
      whenIdle(prune);
    },
  };
}
