import { untilAborted } from './until-aborted.ts';

/**
 * A browser opens six connections to an origin over HTTP/1.1 and lets a seventh request wait without a word, the
 * page's own files included. Five keep one free.
 */
export const requestsPerOrigin = 5;

/** Gives the place back; calling it again does nothing. */
export type Release = () => void;

export interface Waiting {
  signal: AbortSignal;
  /** Called at once when there is no free place. */
  onWait: () => void;
}

/** Resolves when a place is free, first come first served; rejects with the signal's reason when it aborts. */
export type RequestQueue = (origin: string, waiting: Waiting) => Promise<Release>;

interface Line {
  running: number;
  waiting: Set<() => void>;
}

/** A queue for each origin. */
export function createRequestQueue(limit = requestsPerOrigin): RequestQueue {
  const lines = new Map<string, Line>();
  return async (origin, { signal, onWait }) => {
    signal.throwIfAborted();
    const line = lines.get(origin) ?? { running: 0, waiting: new Set() };
    lines.set(origin, line);
    if (line.running < limit) line.running += 1;
    else {
      const turn = waitInLine(line, signal);
      onWait();
      await turn;
    }
    return releaseOnce(line, () => lines.delete(origin));
  };
}

/** A place that is given back goes to the first in line, so that `running` stays as it is. */
function releaseOnce(line: Line, onEmpty: () => void): Release {
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const [next] = line.waiting;
    if (next) {
      line.waiting.delete(next);
      return next();
    }
    line.running -= 1;
    if (line.running === 0) onEmpty();
  };
}

function waitInLine({ waiting }: Line, signal: AbortSignal): Promise<void> {
  return untilAborted(signal, (enter) => {
    waiting.add(enter);
    return () => waiting.delete(enter);
  });
}

/** The queue that all clients of a page share, since its connections are shared. */
export const enterQueue = createRequestQueue();
