import type { ConnectionStore } from './connection-types.ts';
import type { NoticeStore } from './notice-store.ts';

export interface ExpiryWarning {
  connections: ConnectionStore;
  notices: NoticeStore;
  now: () => Date;
  /** Calls back once after so many milliseconds; gives what takes it back. */
  startTimer: (callback: () => void, ms: number) => () => void;
}

const warnMs = 5 * 60_000;
/** Browsers count timers in 32 bits; nothing temporary lasts longer than this anyway. */
const longestMs = 2 ** 31 - 1;

/** Says five minutes before the credentials in use end that they do, and then that they have. */
export function warnOfExpiry({ connections, notices, now, startTimer }: ExpiryWarning): void {
  let stop: () => void = () => undefined;
  let watched: Date | undefined;
  const look = (): void => {
    const { activeId, expirations, connections: all } = connections.getState();
    const ends = activeId === null ? undefined : expirations[activeId];
    if (ends?.getTime() === watched?.getTime()) return;
    watched = ends;
    stop();
    notices.getState().actions.dismiss(noticeId);
    if (ends) step(ends, all.find(({ id }) => id === activeId)?.name ?? '');
  };
  const step = (ends: Date, name: string): void => {
    const leftMs = ends.getTime() - now().getTime();
    if (leftMs > warnMs) stop = startTimer(() => step(ends, name), Math.min(leftMs - warnMs, longestMs));
    else if (leftMs > 0) {
      tell(
        'warning',
        `The credentials of ${name} end at ${ends.toLocaleTimeString()}. Get new ones in time.`,
      );
      stop = startTimer(() => step(ends, name), leftMs);
    } else {
      tell('error', `The credentials of ${name} have ended. Paste new ones; drafts and results stay.`);
    }
  };
  const tell = (tone: 'warning' | 'error', text: string): void =>
    notices.getState().actions.tell({ id: noticeId, tone, text });
  connections.subscribe(look);
  look();
}

const noticeId = 'credentials-expiry';
