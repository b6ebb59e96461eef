interface Closable {
  close?(): Promise<void>;
}

/** Ctrl-C, or the end of the terminal, closes everything in order; a second one, or 3 s, ends it at once. */
export function stopOnSignal(parts: readonly Closable[]): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(() => process.exit(1), 3_000).unref();
    void closeAll(parts).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function closeAll(parts: readonly Closable[]): Promise<void> {
  await Promise.all(parts.map(async (part) => part.close?.()));
}
