import { onTestFinished } from 'vitest';
import { mayHaveDrafts, persistDrafts } from './draft-persistence.ts';
import { openDraftSession } from './draft-session.ts';
import { createDraftStore } from './draft-store.ts';
import type { DraftState } from './draft-types.ts';
import { createNoticeStore } from './notice-store.ts';
import type { LockPort } from './page-presence.ts';
import { freshName, newSharedText, openTab, type SharedText, textStorage } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import type { StorageDb } from './storage-types.ts';

export interface Device {
  /** The database that all tabs of the browser share. */
  name: string;
  hints: SharedText;
}

interface OpenPage {
  device: Device;
  /** sessionStorage: given again for a reload, copied for a duplicated tab. */
  tab: SharedText;
  storage?: Promise<StorageDb>;
  restoreWithinMs?: number;
  /** How long this page waits for another one that holds its drafts. */
  patienceMs?: number;
  /** How long the browser takes to grant a lock that is free. @default as long as it takes */
  lockWithinMs?: number;
}

export const newDevice = (): Device => ({ name: freshName('drafts'), hints: newSharedText() });

/** A page of the console as a browser tab opens it; `close` lets go of its locks as the browser does. */
export function openPage({ device, tab, restoreWithinMs = 60_000, patienceMs = 60_000, ...given }: OpenPage) {
  const frame = openTab();
  const randomUUID = (): string => crypto.randomUUID();
  const session = openDraftSession({
    tabStorage: textStorage(tab),
    locks: given.lockWithinMs === undefined ? frame.locks : slowLocks(frame.locks, given.lockWithinMs),
    randomUUID,
    patienceMs,
  });
  const hints = textStorage(device.hints);
  const phase = mayHaveDrafts(session, hints) ? 'restoring' : 'ready';
  const drafts = createDraftStore({ randomUUID, phase });
  const storage = given.storage ?? openStorage({ notices: createNoticeStore(), name: device.name });
  let hide: () => void = () => undefined;
  const onPageHide = (listener: () => void): (() => void) => {
    hide = listener;
    return () => undefined;
  };
  const persistence = persistDrafts({ drafts, storage, session, hints, onPageHide, restoreWithinMs });
  onTestFinished(() => frame.close());
  return {
    ...persistence,
    phase,
    state: (): DraftState => drafts.getState(),
    actions: drafts.getState().actions,
    /** Nothing more is written, as when the renderer is killed. */
    crash: frame.close,
    hide: () => hide(),
    names: () => drafts.getState().drafts.map(({ functionName }) => functionName),
  };
}

/** Locks as a busy browser grants them: a request that is given up before that never gets any. */
function slowLocks(locks: LockPort, ms: number): LockPort {
  const request = async <T>(name: string, options: LockOptions, callback: LockGrantedCallback<T>) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return locks.request(name, options, callback);
  };
  return { request: request as LockPort['request'] };
}

/** The function names in the database, whoever's drafts they are; of a damaged record its kind. */
export async function storedNames(device: Device): Promise<string[]> {
  const db = await openStorage({ notices: createNoticeStore(), name: device.name });
  const read = await db.transact(['drafts'], 'readonly', (tx) => tx.list('drafts'));
  db.close();
  const fields = read.ok ? read.value.filter(({ key }) => !key.endsWith('/payload')) : [];
  return fields.map(({ value }) => String(Object(value).functionName)).toSorted();
}
