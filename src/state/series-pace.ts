/** Runs of this many milliseconds are made ahead of their turns. */
const aheadMs = 100;

const mostAhead = 32;

/** How much of the latest gap between two ends goes into the mean. */
const weight = 0.2;

/** How fast runs of a series end, and from that how many are made ahead: none when they take their time. */
export function seriesPace(monotonicMs: () => number) {
  let lastMs: number | null = null;
  let gapMs: number | null = null;
  return {
    ended(): void {
      const nowMs = monotonicMs();
      if (lastMs !== null) {
        const latestMs = nowMs - lastMs;
        gapMs = gapMs === null ? latestMs : gapMs + weight * (latestMs - gapMs);
      }
      lastMs = nowMs;
    },
    ahead: (): number => (gapMs === null ? 0 : Math.min(mostAhead, Math.floor(aheadMs / gapMs))),
  };
}
