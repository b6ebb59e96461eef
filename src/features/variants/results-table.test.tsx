import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { VariantResult } from '../../documents/variants/variant-result.ts';
import '../../ui/base.css';
import { resultColumns } from './result-columns.ts';
import { ResultsTable } from './results-table.tsx';

let opened: number[] = [];
let expected: (readonly [string, string])[] = [];

beforeEach(() => {
  opened = [];
  expected = [];
});

function result(row: number): VariantResult {
  return {
    row,
    cells: ['ord_1', '1.50'],
    runId: `run-${row}`,
    outcome: 'success',
    statusCode: 200,
    executedVersion: '$LATEST',
    durationMs: 12.5,
    billedMs: 13,
    maxMemoryMB: 64,
    initMs: null,
    roundTripMs: 30,
    error: null,
    missing: { version: null, log: null },
    fields: { '$.total': '1.50' },
    isPrivate: false,
  };
}

async function show(width: number) {
  await page.viewport(width, 844);
  const columns = resultColumns(
    [
      { path: '$.orderId', type: 'auto' },
      { path: '$.total', type: 'auto' },
    ],
    ['$.total'],
  );
  const screen = await render(
    <div style={{ display: 'flex', flexDirection: 'column', blockSize: 450 }}>
      <ResultsTable
        columns={columns}
        results={Array.from({ length: 10_000 }, (_, index) => result(index + 1))}
        sort={{ column: 'row', descending: false }}
        onSort={() => undefined}
        onOpen={({ row }) => opened.push(row)}
        onExpect={(at) => expected.push(at)}
        onRemoveField={() => undefined}
      />
    </div>,
  );
  await expect.element(screen.getByRole('row').nth(2)).toBeVisible();
  return screen;
}

test('on a phone each of 10,000 results is a card, whole and without a sideways scroll', async () => {
  const screen = await show(390);
  const box = screen.container.querySelector('.variants-table-box');
  expect(box?.scrollWidth).toBe(box?.clientWidth);
  const rows = screen.getByRole('row');
  const [first, second] = [1, 2].map((nth) => rows.nth(nth).element());
  expect(first?.getBoundingClientRect().bottom).toBe(second?.getBoundingClientRect().top);
  const lowest = Math.max(
    ...Array.from(first?.children ?? [], (cell) => cell.getBoundingClientRect().bottom),
  );
  expect(lowest).toBeLessThanOrEqual(first?.getBoundingClientRect().bottom ?? 0);
  expect(screen.container.querySelectorAll('.results-table-row').length).toBeLessThan(40);
});

test.each([390, 1440])('at %i pixels the last result is a key away, in sight, and opens', async (width) => {
  const screen = await show(width);
  screen.container.querySelector<HTMLElement>('.results-table-row')?.focus();
  await userEvent.keyboard('{End}');
  const last = screen.getByRole('button', { name: 'Open row 10000 as a run' });
  await expect.element(last).toBeInViewport({ ratio: 1 });
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([10_000]);
  await last.click();
  expect(opened).toEqual([10_000, 10_000]);
});

test.each([390, 1440])(
  'at %i pixels a value of a chosen column is expected by keys, as it is spelled',
  async (width) => {
    const screen = await show(width);
    screen.container.querySelector<HTMLElement>('.results-table-row')?.focus();
    await userEvent.keyboard('{ArrowDown}{Tab}{Tab}');
    const expect2 = screen.getByRole('button', { name: 'Expect $.total of row 2', exact: true });
    await expect.element(expect2).toHaveFocus();
    await expect.element(expect2).toBeInViewport({ ratio: 1 });
    await userEvent.keyboard('{Enter}');
    expect(expected).toEqual([['$.total', '1.50']]);
    expect(opened).toEqual([]);
  },
);
