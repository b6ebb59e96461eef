/**
 * Resolves when what is begun calls `done`; rejects with the signal's reason as soon as it aborts, and then calls
 * what `begin` has returned, which lets go.
 */
export function untilAborted(
  signal: AbortSignal | undefined,
  begin: (done: () => void) => () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = begin(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    });
    const leave = () => {
      stop();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
  });
}
