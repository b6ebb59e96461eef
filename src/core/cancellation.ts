/** The longest delay a timer can hold, in milliseconds (24.8 days); beyond it, timers fire at once. */
const longestTimerMs = 2_147_483_647;

export type CancellationCause = 'aborted' | 'timeout';

/** One call's end by a signal of its caller or by its time-out, whichever comes first. */
export interface Cancellation {
  signal: AbortSignal;
  cause(): CancellationCause | undefined;
  /** Settles as the promise does, or rejects as soon as the call is cancelled. */
  race: <T>(promise: Promise<T>) => Promise<T>;
  /** Lets go of the caller's signals and of the timer. */
  dispose(): void;
}

export function createCancellation(
  given: readonly (AbortSignal | undefined)[],
  timeoutMs: number | undefined,
): Cancellation {
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = new Set<() => void>();
  const abort = (reason: unknown) => {
    controller.abort(reason);
    for (const stop of waiting) stop();
  };
  const leave = given.map((source) => followAbort(source, abort));
  const onTime = () => abort(new DOMException('The call timed out.', 'TimeoutError'));
  const hasTimer = timeoutMs !== undefined && timeoutMs <= longestTimerMs;
  const timer = hasTimer ? setTimeout(onTime, timeoutMs) : undefined;
  return {
    signal,
    cause: () => (signal.aborted ? causeOf(signal.reason) : undefined),
    race: (promise) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        const settle = () => waiting.delete(stop);
        waiting.add(stop);
        if (signal.aborted) stop();
        promise.then(resolve, reject).then(settle, settle);
      }),
    dispose() {
      for (const letGo of leave) letGo();
      if (timer) clearTimeout(timer);
    },
  };
}

/** AbortSignal.any, without what it leaves on a signal that outlives many calls. */
function followAbort(source: AbortSignal | undefined, abort: (reason: unknown) => void): () => void {
  const follow = () => abort(source?.reason);
  if (source?.aborted) follow();
  else source?.addEventListener('abort', follow, { once: true });
  return () => source?.removeEventListener('abort', follow);
}

function causeOf(reason: unknown): CancellationCause {
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'aborted';
}
