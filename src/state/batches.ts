/** Gathers what comes one by one, and hands it over together a little later. */
export function batches<T>(soon: (callback: () => void) => void, take: (batch: readonly T[]) => void) {
  let waiting: T[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) take(batch);
  };
  return {
    flush,
    add(one: T): void {
      waiting.push(one);
      if (waiting.length === 1) soon(flush);
    },
  };
}
