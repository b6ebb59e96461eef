import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionStore } from './connection-types.ts';
import type { CredentialKeeper, KeepResult, ReadableKeys } from './credential-keeper.ts';
import { keepRefusal, type PageOrigin } from './keep-level.ts';
import type { Connection } from './types.ts';

export interface KeepingState {
  /** `none`: nothing is in it. */
  vault: 'none' | 'locked' | 'unlocked';
  /** What may be kept at this address. */
  origin: PageOrigin;
  actions: KeepingActions;
}

/** No method rejects: where the browser keeps nothing, the result says so. */
export interface KeepingActions {
  /** At the start: what this device keeps comes back, the vault stays locked. */
  restore(): Promise<void>;
  /**
   * Puts keys where the connection wants them, those in memory when none are given. `passphrase` opens or begins the
   * vault, when it is not open.
   */
  keep(connection: Connection, keys: ReadableKeys | null, passphrase: string): Promise<KeepResult>;
  unlock(passphrase: string): Promise<KeepResult>;
  lock(): void;
  changePassphrase(before: string, after: string): Promise<KeepResult>;
  /** What is kept of one connection goes; what is in memory stays. */
  forget(connectionId: string): Promise<void>;
  /** Everything that is kept goes, from memory too. */
  forgetAll(): Promise<void>;
}

export type KeepingStore = StoreApi<KeepingState>;

export interface CreateKeeping {
  connections: ConnectionStore;
  origin: PageOrigin;
  /** Its code comes when something is kept. */
  loadKeeper: () => Promise<CredentialKeeper>;
  /** Calls back whenever the person does something on the page. */
  onActivity: (listener: () => void) => () => void;
  /** Calls back once after so many milliseconds; gives what takes it back. */
  startTimer: (callback: () => void, ms: number) => () => void;
}

/** An open vault locks itself after so long without a key press or a click. */
const autoLockMs = 15 * 60_000;

export function createKeeping(options: CreateKeeping): KeepingStore {
  const { connections, origin } = options;
  const keeper = lateKeeper(options.loadKeeper);
  const idle = lockWhenIdle(options, () => store.getState().actions);
  const opened = async (work: (loaded: CredentialKeeper) => Promise<KeepResult>): Promise<KeepResult> => {
    const result = await keeper.using(work);
    if (!result.ok) return result;
    store.setState({ vault: 'unlocked' });
    idle.start();
    return result;
  };
  const actions: KeepingActions = {
    async restore() {
      if (!connections.getState().connections.some(({ keep }) => keep !== 'memory')) return;
      await keeper.using(async (loaded) => store.setState(await loaded.restore()));
    },
    keep(connection, keys, passphrase) {
      const refusal = keepRefusal(connection.keep, origin);
      if (refusal !== null) return Promise.resolve({ ok: false, message: refusal });
      const work = (loaded: CredentialKeeper) => loaded.keep(connection, keys, passphrase);
      return connection.keep === 'vault' ? opened(work) : keeper.using(work);
    },
    unlock: (passphrase) => opened(({ vault }) => vault.unlock(passphrase)),
    lock() {
      keeper.loaded()?.vault.lock();
      idle.stop();
      if (store.getState().vault === 'unlocked') store.setState({ vault: 'locked' });
    },
    changePassphrase: (before, after) => opened(({ vault }) => vault.changePassphrase(before, after)),
    forget: async (id) => void (await keeper.using((loaded) => loaded.forget(id))),
    async forgetAll() {
      actions.lock();
      const { connections: all, actions: change } = connections.getState();
      for (const { id, keep } of all) if (keep !== 'memory') change.setCredentials(id, null);
      await keeper.using((loaded) => loaded.forgetAll());
      store.setState({ vault: 'none' });
    },
  };
  const store: KeepingStore = createStore<KeepingState>(() => ({ vault: 'none', origin, actions }));
  return store;
}

/** Work without a result of its own is done when it does not reject. */
function lateKeeper(load: CreateKeeping['loadKeeper']) {
  let keeper: CredentialKeeper | null = null;
  return {
    loaded: () => keeper,
    async using(work: (loaded: CredentialKeeper) => Promise<KeepResult | void>): Promise<KeepResult> {
      try {
        keeper ??= await load();
        return (await work(keeper)) ?? { ok: true };
      } catch {
        return {
          ok: false,
          message: 'This browser did not keep it: the credentials are in this page alone.',
        };
      }
    },
  };
}

function lockWhenIdle({ onActivity, startTimer }: CreateKeeping, actions: () => KeepingActions) {
  let ends: (() => void)[] = [];
  const stop = (): void => {
    for (const end of ends) end();
    ends = [];
  };
  const start = (): void => {
    stop();
    let stopTimer = startTimer(() => actions().lock(), autoLockMs);
    const stopListening = onActivity(() => {
      stopTimer();
      stopTimer = startTimer(() => actions().lock(), autoLockMs);
    });
    ends = [stopListening, () => stopTimer()];
  };
  return { start, stop };
}
