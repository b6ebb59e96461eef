/** Calls back in an idle moment after the next paint, within `timeoutMs` of it; returns how to cancel. */
export function whenIdle(callback: () => void, timeoutMs = 1500): () => void {
  let cancel: () => void;
  const frame = requestAnimationFrame(() => {
    if (typeof requestIdleCallback === 'function') {
      const idle = requestIdleCallback(callback, { timeout: timeoutMs });
      cancel = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(callback, 50);
      cancel = () => clearTimeout(timer);
    }
  });
  cancel = () => cancelAnimationFrame(frame);
  return () => cancel();
}
