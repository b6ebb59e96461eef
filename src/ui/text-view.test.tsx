import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { HexView } from './hex-view.tsx';
import { TextView } from './text-view.tsx';

const pretty = JSON.stringify(
  Array.from({ length: 60_000 }, (_, index) => ({ sku: `A-${index}`, price: 19.5, note: null })),
  null,
  2,
);

function box(name: string) {
  return page.getByRole('region', { name }).element();
}

async function show(text: string, { wrap = true, language = 'json' as const } = {}) {
  await page.viewport(800, 600);
  await render(
    <div style={{ blockSize: 400 }}>
      <TextView text={text} language={language} wrap={wrap} label="Response text" />
    </div>,
  );
  await expect.poll(() => document.querySelectorAll('[data-row]').length).toBeGreaterThan(0);
  return box('Response text');
}

const rowCount = () => document.querySelectorAll('[data-row]').length;
const lastRow = () => [...document.querySelectorAll('[data-row]')].at(-1)?.textContent;

/** What a copy of the selection puts on the clipboard. */
function copied(from: Element): string {
  const data = new DataTransfer();
  from.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData('text/plain');
}

test('300,000 lines stay virtual from the first to the last', async () => {
  const view = await show(pretty);
  expect(pretty.split('\n').length).toBeGreaterThan(300_000);
  expect(rowCount()).toBeLessThan(60);
  view.scrollTop = view.scrollHeight;
  await expect.poll(lastRow).toBe('300002]');
  expect(rowCount()).toBeLessThan(60);
});

test('4 MB in one line stay virtual, wrapped and not', async () => {
  const line = JSON.stringify(JSON.parse(pretty));
  for (const wrap of [true, false]) {
    const view = await show(line, { wrap });
    expect(rowCount()).toBeLessThan(60);
    view.scrollTop = view.scrollHeight;
    await expect.poll(lastRow).toMatch(/null}]$/);
    expect(rowCount()).toBeLessThan(60);
    expect(document.querySelectorAll('.text-view-row span').length).toBeLessThan(6000);
    document.body.replaceChildren();
  }
});

test('wrapped rows fit the width', async () => {
  const view = await show(`{"text": "${'word '.repeat(200)}"}`);
  await expect.poll(() => view.scrollWidth <= view.clientWidth).toBe(true);
  expect(rowCount()).toBeGreaterThan(10);
});

test('Ctrl+A and copy give the whole text exactly, whatever is drawn', async () => {
  const view = await show(pretty);
  view.focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.poll(() => view.dataset['all']).toBe('');
  expect(copied(view) === pretty).toBe(true);
});

test('a selection over rows that are no longer drawn is copied exactly', async () => {
  const view = await show(pretty);
  const node = (row: number) =>
    document.querySelector(`[data-row="${row}"] [data-line]`)?.firstChild?.firstChild;
  const start = node(1);
  if (!start) throw new Error('Row 1 is not drawn');
  document.getSelection()?.setPosition(start, 2);
  view.scrollTop = 20 * 5000;
  await expect.poll(() => node(5001)).toBeTruthy();
  const end = node(5001);
  // The row in which the selection begins stays in the document.
  await expect.poll(() => start.isConnected).toBe(true);
  if (end) document.getSelection()?.extend(end, 1);
  const lines = pretty.split('\n');
  const expected = `${lines[1]?.slice(2)}\n${lines.slice(2, 5001).join('\n')}\n${lines[5001]?.slice(0, 1)}`;
  await expect.poll(() => copied(view) === expected).toBe(true);
});

test('keys scroll a text, as it takes the focus', async () => {
  const view = await show(pretty);
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(view);
  await userEvent.keyboard('{End}');
  await expect.poll(lastRow).toBe('300002]');
  // At the key itself, not some frames later: Chromium forgets a scroll at times that it was to do by itself.
  for (const [key, top] of [
    ['Home', 0],
    ['End', view.scrollHeight - view.clientHeight],
  ] as const) {
    view.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(view.scrollTop).toBeCloseTo(top, 0);
  }
});

test('bytes show as offset, hexadecimal and ASCII, and stay virtual', async () => {
  await page.viewport(800, 600);
  const bytes = Uint8Array.from({ length: 6_000_000 }, (_, index) => index % 256);
  await render(
    <div style={{ blockSize: 400 }}>
      <HexView bytes={bytes} label="Response bytes" />
    </div>,
  );
  await expect
    .poll(() => document.querySelector('.hex-view-row')?.textContent)
    .toContain('00 01 02 03 04 05 06 07  08 09');
  const view = box('Response bytes');
  expect(document.querySelectorAll('.hex-view-row').length).toBeLessThan(60);
  view.scrollTop = view.scrollHeight;
  await expect
    .poll(() => [...document.querySelectorAll('.hex-view-row')].at(-1)?.textContent)
    .toMatch(/^005b8d70 *70 71 .*pqrstuvwxyz/);
});

test('in a narrow box fewer bytes stand in a row, and none needs a sideways scroll', async () => {
  await page.viewport(800, 600);
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => index);
  const view = (inlineSize: number) => (
    <div style={{ blockSize: 200, inlineSize }}>
      <HexView bytes={bytes} label="Response bytes" />
    </div>
  );
  const shown = await render(view(360));
  const rows = () => document.querySelectorAll('.hex-view-row');
  await expect.poll(() => rows().length).toBe(8);
  expect(rows()[1]?.textContent).toMatch(/^00000008 *08 09 0a 0b 0c 0d 0e 0f·{8}$/);
  expect(box('Response bytes').scrollWidth).toBeLessThanOrEqual(box('Response bytes').clientWidth);
  await shown.rerender(view(260));
  await expect.poll(() => rows().length).toBeGreaterThan(8);
  expect(box('Response bytes').scrollWidth).toBeLessThanOrEqual(box('Response bytes').clientWidth);
});
