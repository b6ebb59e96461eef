import type { LockPort } from './page-presence.ts';
import type { TextStorage } from './text-storage.ts';

/**
 * Whose drafts these are. Each browser tab has its own, named by an id in sessionStorage and held by a Web Lock, so
 * that two tabs never write the same drafts: a duplicated tab brings the same id, finds the lock taken and goes on
 * under a new one with a copy. The drafts of tabs that are gone are taken over by the next tab that is opened.
 */
export interface DraftSession {
  /** The id this tab had before a reload; may be shared with the tab it was duplicated from. */
  before: string | null;
  /** The id that this tab may write under. */
  owned: Promise<string>;
  /** Runs `takeOver` for a session whose tab is gone, with no other tab doing the same; else does nothing. */
  ifGone(id: string, takeOver: () => Promise<void>): Promise<void>;
}

export interface OpenDraftSession {
  /** sessionStorage */
  tabStorage: TextStorage;
  /** `navigator.locks`; undefined on origins that are not secure: then drafts of other tabs are left alone. */
  locks: LockPort | undefined;
  randomUUID: () => string;
  /** How long a reloaded page waits for its predecessor to let go. @default 1000 */
  patienceMs?: number;
}

const sessionKey = 'invoke-console.session';
const lockName = (id: string): string => `invoke-console.drafts.${id}`;

export function openDraftSession(options: OpenDraftSession): DraftSession {
  const { tabStorage, locks, randomUUID, patienceMs = 1000 } = options;
  const before = tabStorage.get(sessionKey);
  const own = async (): Promise<string> => {
    if (before !== null && (!locks || (await hold(locks, before, patienceMs)))) return before;
    const id = randomUUID();
    // Nobody else knows this id: however long a busy browser takes, without its lock another tab would take over.
    if (locks) await hold(locks, id);
    tabStorage.set(sessionKey, id);
    return id;
  };
  return {
    before,
    owned: own(),
    async ifGone(id, takeOver) {
      const take = (lock: Lock | null): Promise<void> | undefined => (lock ? takeOver() : undefined);
      // An opaque origin refuses locks; then the drafts stay where they are.
      await locks?.request(lockName(id), { ifAvailable: true }, take).catch(() => undefined);
    },
  };
}

/** Takes the lock for as long as the page lives; false when another tab keeps it for longer than one waits. */
function hold(locks: LockPort, id: string, patienceMs?: number): Promise<boolean> {
  return new Promise((resolve) => {
    const forever = new Promise<never>(() => undefined);
    const granted = (): Promise<never> => {
      resolve(true);
      return forever;
    };
    const signal = patienceMs === undefined ? {} : { signal: AbortSignal.timeout(patienceMs) };
    locks.request(lockName(id), signal, granted).catch(() => resolve(false));
  });
}
