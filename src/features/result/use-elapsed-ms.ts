import { useEffect, useState } from 'react';

/** Milliseconds since then, anew ten times a second. */
export function useElapsedMs(since: Date): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, nowMs - since.getTime());
}
