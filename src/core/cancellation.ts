/** The longest delay a timer can hold, in milliseconds (24.8 days); beyond it, timers fire at once. */
const longestTimerMs = 2_147_483_647;

export type CancellationCause = 'aborted' | 'timeout';

/** One call's end by the user's signal or by its time-out, whichever comes first. */
export interface Cancellation {
  signal: AbortSignal;
  cause(): CancellationCause | undefined;
  /** Settles as the promise does, or rejects as soon as the call is cancelled. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Aborts for a reason of ours: a reader that left a stream. */
  abort(): void;
  /** Lets go of the user's signal and of the timer. */
  dispose(): void;
}

export function createCancellation(
  given: AbortSignal | undefined,
  timeoutMs: number | undefined,
): Cancellation {
  const controller = new AbortController();
  const { signal } = controller;
  const follow = () => controller.abort(given?.reason);
  if (given?.aborted) follow();
  else given?.addEventListener('abort', follow, { once: true });
  const timer = startTimer(timeoutMs, () =>
    controller.abort(new DOMException('The call timed out.', 'TimeoutError')),
  );
  return {
    signal,
    cause: () => (signal.aborted ? causeOf(signal.reason) : undefined),
    race: (promise) => raceAbort(promise, signal),
    abort: () => controller.abort(),
    dispose() {
      given?.removeEventListener('abort', follow);
      clearTimeout(timer);
    },
  };
}

function startTimer(timeoutMs: number | undefined, onTime: () => void) {
  if (timeoutMs === undefined || timeoutMs > longestTimerMs) return undefined;
  return setTimeout(onTime, timeoutMs);
}

function causeOf(reason: unknown): CancellationCause {
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'aborted';
}

function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
