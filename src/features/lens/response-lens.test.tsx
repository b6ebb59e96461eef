import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { formatJson } from '../../documents/json-format.ts';
import '../../ui/base.css';
import { Toaster } from '../../ui/toaster.tsx';
import { TextView } from '../../ui/text-view.tsx';
import { ResponseLens } from './response-lens.tsx';

const look = { theme: 'dark', fontSize: 13, wrap: true } as const;
const order = JSON.stringify({ order: 7, note: JSON.stringify({ deep: true }) });
const text = JSON.stringify({ id: 1, message: order });

/** A response as the result shows it: its bar, and its text or its tree. */
async function lookAt(shown: 'pretty' | 'tree', response = text): Promise<() => boolean> {
  const lookers = new Set<() => boolean>();
  await render(
    <div role="tabpanel" aria-label="Result">
      <ResponseLens
        {...{ text: response, look }}
        root="response"
        link={{ lookers }}
        shortcut="Shift+Alt+;"
        isShortcut={({ code, altKey, shiftKey }) => code === 'Semicolon' && altKey && shiftKey}
      />
      {shown === 'tree' ? (
        <div className="json-tree" data-path="$.message">
          <button type="button">A row</button>
        </div>
      ) : (
        <div className="pretty-content" style={{ blockSize: 200, inlineSize: 600, display: 'grid' }}>
          <TextView text={formatJson(response)} language="json" wrap label="Response text" />
        </div>
      )}
      <Toaster />
    </div>,
  );
  return () => [...lookers].some((open) => open());
}

const dialog = page.getByRole('dialog', { name: 'Inside the response' });
const lines = (): string[] =>
  [...document.querySelectorAll('.document-pane .view-line')].map((line) => line.textContent);

test('the key opens the document at the selection of a response, and the one inside of that at its caret', async () => {
  const open = await lookAt('pretty');
  expect(open()).toBe(false);
  const row = page.getByRole('region', { name: 'Response text' });
  (row.element() as HTMLElement).focus();
  const token = [...document.querySelectorAll('.text-view-token-string')].at(-1);
  const inside = token?.textContent.indexOf('deep') ?? 0;
  const node = document.createTreeWalker(token ?? document, NodeFilter.SHOW_TEXT).nextNode();
  document.getSelection()?.collapse(node, inside);
  expect(open()).toBe(true);
  await expect.poll(lines, { timeout: 50_000 }).toEqual(['{', '  "deep": true', '}'].map(nbsp));
  await expect.element(dialog.getByRole('button', { name: 'message', exact: true })).toBeVisible();

  await userEvent.keyboard('{Shift>}{Alt>};{/Alt}{/Shift}');
  await expect
    .poll(() => document.querySelector('.toaster-title')?.textContent)
    .toBe('No document at the caret');
});

test('the key opens the document of the selected value of a tree, and the list where it is none', async () => {
  const open = await lookAt('tree');
  await page.getByRole('button', { name: 'A row' }).click();
  await expect.element(page.getByRole('button', { name: 'Documents inside: 2' })).toBeVisible();
  expect(open()).toBe(true);
  await expect.poll(() => lines()[1], { timeout: 50_000 }).toBe(nbsp('  "order": 7,'));
});

function nbsp(line: string): string {
  return line.replaceAll(' ', '\u00a0');
}
