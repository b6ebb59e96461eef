/** Tells an observer. One that throws must not cost the caller the outcome of a run: what it throws is ignored. */
export function notify<T>(observer: ((value: T) => void) | undefined, value: T): void {
  try {
    observer?.(value);
  } catch {
    // See above.
  }
}
