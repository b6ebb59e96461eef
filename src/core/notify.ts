/**
 * Tells an observer; without one nothing is put together. An observer that throws must not cost the caller the
 * outcome of a run: what it throws is ignored.
 */
export function notify<T>(observer: ((value: T) => void) | undefined, describe: () => T): void {
  try {
    observer?.(describe());
  } catch {
    // See above.
  }
}
