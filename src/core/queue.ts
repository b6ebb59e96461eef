import { untilAborted } from './until-aborted.ts';

/**
 * A browser opens six connections to an origin over HTTP/1.1 and lets a seventh request wait without a word, the
 * page's own files included. Five keep one free.
 */
export const requestsPerOrigin = 5;

/** Gives the place back; calling it again does nothing. */
export type Release = () => void;

export interface Waiting {
  signal: AbortSignal | undefined;
  /** Called at once when there is no free place. */
  onWait: () => void;
}

/** Gives a place as soon as one is free, first come first served; fails with the signal's reason when it aborts. */
export type RequestQueue = (origin: string, waiting: Waiting) => Release | Promise<Release>;

/** A queue for each origin. */
export function createRequestQueue(limit = requestsPerOrigin): RequestQueue {
  const lines = new Map<string, Set<() => void>>();
  return (origin, { signal, onWait }) => {
    signal?.throwIfAborted();
    // Who runs, and after them who waits, in the order of their coming; each as what tells it to go on.
    const line = lines.get(origin) ?? new Set();
    lines.set(origin, line);
    let goOn: (() => void) | undefined;
    const place = () => goOn?.();
    line.add(place);
    const release = () => {
      const places = [...line];
      if (line.delete(place) && places.indexOf(place) < limit) places[limit]?.();
      if (!line.size) lines.delete(origin);
    };
    if (line.size <= limit) return release;
    const turn = untilAborted(signal, (enter) => {
      goOn = enter;
      return release;
    });
    onWait();
    return turn.then(() => release);
  };
}

/**
 * The queue that all clients of a page share, since its connections are shared. Who has them send from a worker takes
 * their places here: a worker has a queue of its own.
 */
export const enterQueue = createRequestQueue();
