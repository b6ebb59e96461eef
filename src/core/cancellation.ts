/** The longest delay a timer can hold, in milliseconds (24.8 days); beyond it, timers fire at once. */
const longestTimerMs = 2_147_483_647;

export type CancellationCause = 'aborted' | 'timeout';

/** One call's end by a signal of its caller or by its time-out, whichever comes first. */
export interface Cancellation {
  /** Undefined for a call that nobody can end. */
  signal: AbortSignal | undefined;
  cause(): CancellationCause | undefined;
  /** Settles as the promise does, or rejects as soon as the call is cancelled; `late` is given what comes then. */
  race: <T>(promise: Promise<T>, late?: (value: T) => unknown) => Promise<T>;
  /** Lets go of the caller's signals and of the timer. */
  dispose(): void;
}

/** What a call has that nobody can end: nothing is watched for it. */
const endless: Cancellation = {
  signal: undefined,
  race: (promise) => promise,
  cause: () => undefined,
  dispose: () => undefined,
};

export function createCancellation(
  given: readonly (AbortSignal | undefined)[],
  timeoutMs: number | undefined,
): Cancellation {
  const sources = given.filter((source) => source !== undefined);
  if (!sources.length && !timeoutMs) return endless;
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = new Set<() => void>();
  const abort = (reason: unknown) => {
    controller.abort(reason);
    for (const stop of waiting) stop();
  };
  const leave = sources.map((source) => followAbort(source, abort));
  const onTime = () => abort(new DOMException('The call timed out.', 'TimeoutError'));
  const hasTimer = timeoutMs !== undefined && timeoutMs <= longestTimerMs;
  const timer = hasTimer ? setTimeout(onTime, timeoutMs) : undefined;
  return {
    signal,
    cause: () => (signal.aborted ? causeOf(signal.reason) : undefined),
    race: (promise, late) =>
      new Promise((resolve, reject) => {
        // A port may answer without a promise.
        const awaited = Promise.resolve(promise);
        const stop = () => {
          reject(signal.reason);
          awaited.then(late).catch(() => undefined);
        };
        const settle = () => waiting.delete(stop);
        waiting.add(stop);
        if (signal.aborted) stop();
        awaited.then(resolve, reject).then(settle, settle);
      }),
    dispose() {
      for (const letGo of leave) letGo();
      clearTimeout(timer);
    },
  };
}

/** AbortSignal.any, without what it leaves on a signal that outlives many calls. */
function followAbort(source: AbortSignal, abort: (reason: unknown) => void): () => void {
  const follow = () => abort(source.reason);
  if (source.aborted) follow();
  else source.addEventListener('abort', follow, { once: true });
  return () => source.removeEventListener('abort', follow);
}

function causeOf(reason: unknown): CancellationCause {
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'aborted';
}
