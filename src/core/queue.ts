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

export interface RequestQueue {
  /** Resolves when a place is free, first come first served; rejects with the signal's reason when it aborts. */
  enter(origin: string, waiting: Waiting): Promise<Release>;
}

interface Line {
  running: number;
  waiting: Set<() => void>;
}

/** A queue for each origin. */
export function createRequestQueue(limit = requestsPerOrigin): RequestQueue {
  const lines = new Map<string, Line>();

  function releaseOnce(origin: string, line: Line): Release {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const [next] = line.waiting;
      if (next) return next();
      line.running -= 1;
      if (line.running === 0) lines.delete(origin);
    };
  }

  return {
    async enter(origin, { signal, onWait }) {
      signal.throwIfAborted();
      const line = lines.get(origin) ?? { running: 0, waiting: new Set() };
      lines.set(origin, line);
      if (line.running < limit) {
        line.running += 1;
        return releaseOnce(origin, line);
      }
      const turn = waitInLine(line, signal);
      onWait();
      await turn;
      return releaseOnce(origin, line);
    },
  };
}

/** The place of the one who leaves goes to the first in line, so `running` stays as it is. */
function waitInLine(line: Line, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const enter = () => {
      line.waiting.delete(enter);
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      line.waiting.delete(enter);
      reject(signal.reason);
    };
    line.waiting.add(enter);
    signal.addEventListener('abort', leave, { once: true });
  });
}

/** Shared by all clients of a page, since its connections are. */
export const pageQueue = createRequestQueue();
