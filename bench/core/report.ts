import type { Measured } from './measure.page.ts';

interface Budget {
  of: string;
  against: string;
  sizes: readonly string[];
  atMost: number;
}

/** What our core may take over bare fetch, as a share of what another client takes over it. */
const budgets: readonly Budget[] = [
  { of: 'our core', against: 'AWS SDK', sizes: ['1 KB'], atMost: 1 / 3 },
  { of: 'our core', against: 'aws4fetch', sizes: ['1 KB'], atMost: 1.2 },
  { of: 'our core', against: 'aws4fetch', sizes: ['1 MB', '6 MB'], atMost: 0.5 },
];

/** Prints the table and each budget; the exit code tells whether one was missed. */
export function report(rows: readonly Measured[]): void {
  print([
    'size',
    'rounds',
    'bare fetch ms',
    ...Object.keys(rows[0]?.overBareMs ?? {}).map((name) => `${name} +ms (ratio)`),
  ]);
  for (const { size, rounds, bareMs, overBareMs } of rows) {
    const cells = Object.values(overBareMs).map(
      (ms) => `${ms < 0 ? '' : '+'}${ms.toFixed(2)} (${((bareMs + ms) / bareMs).toFixed(2)})`,
    );
    print([size, String(rounds), bareMs.toFixed(2), ...cells]);
  }
  for (const budget of budgets)
    for (const size of budget.sizes)
      check(
        budget,
        rows.find((row) => row.size === size),
      );
}

function check({ of, against, atMost }: Budget, row: Measured | undefined): void {
  const share = (row?.overBareMs[of] ?? NaN) / (row?.overBareMs[against] ?? NaN);
  const isKept = share <= atMost;
  if (!isKept) process.exitCode = 1;
  const verdict = isKept ? 'kept' : 'MISSED';
  print([
    `${row?.size}: ${of} over bare fetch is ${share.toFixed(2)} of ${against}'s, at most ${atMost.toFixed(2)}: ${verdict}`,
  ]);
}

function print(cells: readonly string[]): void {
  process.stdout.write(
    `${cells
      .map((cell) => cell.padEnd(22))
      .join('')
      .trimEnd()}\n`,
  );
}
