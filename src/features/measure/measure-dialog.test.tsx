import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { InvokeResult, LogReport } from '../../core/index.ts';
import { newDraft } from '../../state/draft.ts';
import { createMeasureStore } from '../../state/measure-store.ts';
import { createPriceStore } from '../../state/price-store.ts';
import { setUp, type SetUp } from '../../state/run-service.fixture.ts';
import { createSeriesBoard } from '../../state/series-board.ts';
import { answer, connection, failure, runRequest, textStorage } from '../../state/state.fixture.ts';
import type { Draft } from '../../state/types.ts';
import { MeasureDialog } from './measure-dialog.tsx';
import type { MeasurePort } from './measure-port.ts';

const report = (durationMs: number, overrides: LogReport = {}): LogReport => ({
  durationMs,
  billedDurationMs: Math.ceil(durationMs),
  memorySizeMB: 128,
  maxMemoryUsedMB: 64,
  ...overrides,
});

const answered = (found: LogReport): InvokeResult =>
  answer({ logResult: { base64: '', text: '', truncated: false, report: found } });

function port(options: SetUp = {}): MeasurePort & { sent: () => number } {
  const { service, events } = setUp(options);
  const monotonicMs = (): number => performance.now();
  const board = createSeriesBoard({
    service,
    monotonicMs,
    ask: (_command, start) => start(),
    soon: (callback) => void setTimeout(callback, 1),
  });
  const store = createMeasureStore({ board, monotonicMs, onFrame: requestAnimationFrame.bind(window) });
  return {
    store,
    prices: createPriceStore(textStorage()),
    async start(draft, _connection, plan) {
      await store.getState().actions.start({
        mark: { id: 's1', runs: plan.runs, ofDraft: draft.id },
        plan,
        item: () => ({ request: runRequest(), connection: connection() }),
        target: {
          functionName: draft.functionName,
          qualifier: '',
          invocationType: draft.invocationType,
          connectionName: 'Local',
          region: 'us-east-1',
          concurrency: plan.concurrency,
          startedAt: '2026-05-01T10:00:00.000Z',
        },
      });
      return null;
    },
    stop: board.stop,
    abandon: board.abandon,
    sent: () => events.filter((event) => event === 'send').length,
  };
}

async function shown(using: MeasurePort, fields: Partial<Draft> = {}): Promise<void> {
  const draft = newDraft('d1', { functionName: 'orders', ...fields });
  const shared = { draft, connection: connection(), theme: 'dark', onClose: () => undefined } as const;
  await page.viewport(1000, 800);
  await render(<MeasureDialog port={using} {...shared} />);
  await expect.element(page.getByRole('dialog', { name: 'Measure' })).toBeVisible();
}

async function start(runs: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Runs' }).fill(runs);
  await page.getByRole('button', { name: 'Start measuring' }).click();
}

test('tells cold starts from warm ones, errors, memory and cost', async () => {
  let sent = 0;
  const invoke = async (): Promise<InvokeResult> => {
    sent += 1;
    if (sent === 1) return answered(report(80, { initDurationMs: 150, memorySizeMB: 1_769 }));
    return sent === 4
      ? failure({ kind: 'throttled', mayHaveRun: 'no' })
      : answered(report(10 * sent, { memorySizeMB: 1_769 }));
  };
  const using = port({ invoke });
  await shown(using);
  await start('5');
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Done · 5 of 5 runs/);
  expect(using.sent()).toBe(5);
  const statistics = page.getByRole('group', { name: 'Statistics' });
  const row = (name: string) => statistics.getByRole('row', { name: new RegExp(`^${name} \\d`) });
  await expect
    .element(row('Duration, all runs'))
    .toHaveTextContent('Duration, all runs420.0045.0030.0080.0080.0080.0080.00');
  await expect.element(row('Duration, warm')).toBeVisible();
  await expect.element(row('Init, cold start')).toHaveTextContent('1150.0150.0');
  await expect.element(page.getByRole('row', { name: 'Throttled' })).toHaveTextContent('120.0 %');
  await expect
    .element(page.getByRole('meter', { name: 'Most memory used' }))
    .toHaveAttribute('aria-valuenow', '64');
  const bins = page.getByRole('table', { name: 'Duration in milliseconds' });
  await expect.element(bins.getByRole('row', { name: '80 – 85' })).toHaveTextContent('10');
  await expect.element(page.getByRole('row', { name: /^1,769 MB, measured 45.00 ms/ })).toBeVisible();
  await expect.element(page.getByText('One run does not tell its duration')).toBeVisible();
  // On a phone each line is a card that fits.
  await page.viewport(390, 800);
  await expect.element(statistics.getByRole('row', { name: /^Duration, warm Runs \d/ })).toBeVisible();
  expect(statistics.element().scrollWidth).toBe(statistics.element().clientWidth);
});

test('starts nothing with numbers that are out of bounds, and says which', async () => {
  const using = port();
  await shown(using);
  await start('10001');
  await expect.element(page.getByText('A whole number from 1 to 10,000.')).toBeVisible();
  expect(using.sent()).toBe(0);
});

test('an Event is measured by its round trip alone, and that is said', async () => {
  const using = port({ invoke: async () => answer({ statusCode: 202 }) });
  await shown(using, { invocationType: 'Event' });
  await expect
    .element(page.getByRole('switch', { name: 'Tail log' }))
    .toHaveAttribute('aria-disabled', 'true');
  await start('2');
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Done/);
  await expect.element(page.getByText(/^Event has no log in its answer/)).toBeVisible();
  await expect.element(page.getByText('Cost of a million runs')).not.toBeInTheDocument();
});

test('costs follow the prices that a person sets, and the default ones come back', async () => {
  const using = port({ invoke: async () => answered(report(100)) });
  await shown(using);
  await start('1');
  const size = page.getByRole('row', { name: /^128 MB, measured/ });
  await expect.element(size).toHaveTextContent('$0.408$0.367');
  await page.getByText('Prices', { exact: true }).click();
  await page.getByRole('textbox', { name: 'A million requests, $' }).fill('1.2');
  await userEvent.keyboard('{Enter}');
  await expect.element(size).toHaveTextContent('$1.408$1.367');
  await page.getByRole('button', { name: 'Default prices' }).click();
  await expect.element(size).toHaveTextContent('$0.408$0.367');
});
