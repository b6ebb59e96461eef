import type { MainThread } from './trace.ts';

export interface Row extends MainThread {
  name: string;
  budgetMs: number;
  /** Longest task of a page that shows the payload in a `<pre>`, in the same browser. */
  naiveMs?: number;
}

/** Prints each step with its budget; the exit code tells whether one was missed. */
export function report(rows: readonly Row[]): void {
  print(['step', 'longest task ms', 'over 50 ms', 'of a <pre>', 'budget ms']);
  for (const { name, longestTaskMs, longTasks, naiveMs, budgetMs } of rows) {
    const isKept = longestTaskMs <= budgetMs;
    if (!isKept) process.exitCode = 1;
    const ratio = naiveMs === undefined ? '–' : (longestTaskMs / naiveMs).toFixed(3);
    print([
      name,
      longestTaskMs.toFixed(0),
      String(longTasks),
      ratio,
      `${budgetMs} ${isKept ? 'kept' : 'MISSED'}`,
    ]);
  }
}

function print([name = '', ...cells]: readonly string[]): void {
  process.stdout.write(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(16)).join('')}\n`);
}

/** What something costs, in what it is measured by in the same run. */
export interface Ratio {
  name: string;
  ours: number;
  other: number;
  atMost: number;
}

export function reportRatios(ratios: readonly Ratio[]): void {
  print(['ratio', 'ours ms', 'of ms', 'ratio', 'budget']);
  for (const { name, ours, other, atMost } of ratios) {
    const isKept = ours / other <= atMost;
    if (!isKept) process.exitCode = 1;
    print([
      name,
      ours.toFixed(0),
      other.toFixed(0),
      (ours / other).toFixed(2),
      `${atMost} ${isKept ? 'kept' : 'MISSED'}`,
    ]);
  }
}
