import { untilAborted } from './until-aborted.ts';

/** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it aborts, and keeps no timer. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return untilAborted(signal, (wake) => {
    const timer = setTimeout(wake, ms);
    return () => clearTimeout(timer);
  });
}
