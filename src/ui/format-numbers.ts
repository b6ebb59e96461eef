/** `134 ms`, `3.01 ms`, `2.4 s`, `14 min 3 s`: as many digits as help. */
export function formatMs(ms: number): string {
  if (ms < 10) return `${trimZeros(ms.toFixed(2))} ms`;
  if (ms < 1_000) return `${trimZeros(ms.toFixed(1))} ms`;
  if (ms < 10_000) return `${trimZeros((ms / 1_000).toFixed(2))} s`;
  if (ms < 60_000) return `${trimZeros((ms / 1_000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Bytes in the units of Lambda's own limits: 1 KB is 1,024 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_024 * 1_024) return `${trimZeros((bytes / 1_024).toFixed(1))} KB`;
  return `${trimZeros((bytes / (1_024 * 1_024)).toFixed(2))} MB`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
