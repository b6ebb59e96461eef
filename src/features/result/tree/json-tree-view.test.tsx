import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../ui/base.css';
import { readResponseBody } from '../response/response-body.ts';
import { JsonTreeView } from './json-tree-view.tsx';

async function show(text: string, onExpect?: (path: string, source: string) => void): Promise<void> {
  await page.viewport(700, 600);
  const bytes = new TextEncoder().encode(text);
  await render(
    <div style={{ blockSize: 500 }}>
      <JsonTreeView bytes={bytes} body={readResponseBody(bytes)} onExpect={onExpect} />
    </div>,
  );
}

const tree = page.getByRole('tree', { name: 'Response tree' });
const rowTexts = () => [...document.querySelectorAll('[role="treeitem"]')].map((row) => row.textContent);
const selectedText = () => document.querySelector('[aria-selected="true"]')?.textContent;

test('values show with their names as they are written, and unfold by keys', async () => {
  await show('{"n":12345678901234567890,"__proto__":{"deep":[1.10]},"s":"<img src=x onerror=alert(1)>"}');
  await expect.element(tree).toBeVisible();
  expect(rowTexts()).toEqual([
    '{3}',
    'n:12345678901234567890',
    '__proto__:{1}',
    'deep:[1]',
    '0:1.10',
    's:"<img src=x onerror=alert(1)>"',
  ]);
  (tree.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowLeft}');
  expect(rowTexts()).toHaveLength(4);
  expect(selectedText()).toContain('__proto__');
  const active = tree.element().getAttribute('aria-activedescendant');
  expect(document.querySelector('[aria-selected="true"]')?.id).toBe(active);
  expect(document.activeElement).toBe(tree.element());
  expect(document.querySelector('img')).toBeNull();
});

test('the path and the value of what is selected can be copied', async () => {
  await show('{"orders":[{"odd key":1.10}]}');
  await page.getByRole('treeitem').getByText('1.10').click();
  await expect.element(page.getByTitle('$.orders[0]["odd key"]')).toBeVisible();
});

test('the selected value can be expected by key and by its button, unless it is very long', async () => {
  const expected: string[][] = [];
  const long = JSON.stringify('x'.repeat(100_001));
  await show(`{"n":1.10,"long":${long}}`, (...one) => expected.push(one));
  (tree.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}');
  await page.getByRole('button', { name: 'Expect this value' }).click();
  expect(expected).toEqual([
    ['$.n', '1.10'],
    ['$.n', '1.10'],
  ]);
  (tree.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}');
  expect(expected).toHaveLength(2);
});

test('200,000 values and 100,000 levels are drawn as rows in sight alone', async () => {
  await show(`[0${',1'.repeat(200_000)}]`);
  await expect.element(tree).toBeVisible();
  expect(rowTexts().length).toBeLessThan(60);
  const box = tree.element();
  box.scrollTop = box.scrollHeight;
  await expect.poll(() => rowTexts().at(-1)).toBe('200000:1');
  document.body.replaceChildren();

  await show('['.repeat(100_000) + ']'.repeat(100_000));
  await page.getByRole('button', { name: 'Expand all' }).click();
  (tree.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.poll(selectedText).toContain('[]');
  expect(document.querySelector('[aria-selected="true"]')?.getAttribute('aria-level')).toBe('100000');
  expect(rowTexts().length).toBeLessThan(60);
});

test('what is no JSON after all says so', async () => {
  await show(`{${'x'.repeat(200_000)}}`);
  await expect.element(page.getByText('No tree')).toBeVisible();
});
