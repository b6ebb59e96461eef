import { useEffect, useState } from 'react';

/** The time, each second in the last minutes before `end` and each half minute before; still when there is none. */
export function useNow(end: Date | undefined): Date {
  const [now, setNow] = useState(() => new Date());
  const endMs = end?.getTime();
  useEffect(() => {
    if (endMs === undefined) return undefined;
    const leftMs = endMs - now.getTime();
    // Once more after the end, to say that it has come.
    if (leftMs < -1_000) return undefined;
    const timer = setTimeout(() => setNow(new Date()), leftMs > 330_000 ? 30_000 : 1_000);
    return () => clearTimeout(timer);
  }, [endMs, now]);
  return now;
}
