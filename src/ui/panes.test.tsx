import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { defaultPanesLayout } from './pane-layout.ts';
import type { PaneName, PanesLayout } from './pane-layout.ts';
import { Panes } from './panes.tsx';
import type { PanesHandle } from './panes.tsx';

let layouts: PanesLayout[] = [];
const handle: { current: PanesHandle | null } = { current: null };

beforeEach(() => {
  layouts = [];
});

/** With `startsResult`, Enter in its first field shows the result, as an invoke does. */
function Example({ startsResult = false }) {
  const [layout, setLayout] = useState(defaultPanesLayout);
  const [shown, setShown] = useState<PaneName>('middle');
  return (
    <div style={{ blockSize: 500 }}>
      <Panes
        labels={{ left: 'Library', middle: 'Request', right: 'Result' }}
        layout={layout}
        onLayout={(next) => {
          layouts.push(next);
          setLayout(next);
        }}
        shown={shown}
        onShow={setShown}
        handleRef={handle}
        left={<button type="button">in the library</button>}
        middle={
          <>
            <input aria-label="first" onKeyDown={() => startsResult && setShown('right')} />
            <input aria-label="second" />
          </>
        }
        right={<p>no control</p>}
      />
    </div>
  );
}

const width = (name: PaneName) =>
  Math.round(document.querySelector<HTMLElement>(`[data-pane=${name}]`)?.offsetWidth ?? 0);

test('arrow keys, Home and End move a border, Enter folds the left pane', async () => {
  await page.viewport(1400, 600);
  const screen = await render(<Example />);
  const border = screen.getByRole('separator', { name: 'Resize Library' });
  border.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => width('left')).toBe(264);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => width('left')).toBe(176);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => width('left')).toBe(0);
  await expect.element(border).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => width('left')).toBe(176);
  expect(layouts.at(-1)).toEqual({ ...defaultPanesLayout, left: 176 });
});

test('a border follows the pointer, and what it left is told once', async () => {
  await page.viewport(1400, 600);
  const screen = await render(<Example />);
  const border = screen.getByRole('separator', { name: 'Resize Result' }).element();
  const before = width('right');
  const x = border.getBoundingClientRect().x;
  const send = (type: string, clientX: number) =>
    border.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX }));
  // A synthetic pointer can't be captured.
  border.setPointerCapture = () => {};
  send('pointerdown', x);
  send('pointermove', x - 50);
  expect(width('right')).toBe(before + 50);
  send('pointermove', x - 80);
  send('pointerup', x - 80);
  await expect.poll(() => width('right')).toBe(before + 80);
  expect(layouts).toHaveLength(1);
  await userEvent.dblClick(screen.getByRole('separator', { name: 'Resize Result' }));
  await expect.poll(() => width('right')).toBe(before);
});

test('in a narrow window the panes are tabs and keep what they hold', async () => {
  await page.viewport(1400, 600);
  const screen = await render(<Example />);
  await userEvent.type(screen.getByRole('textbox', { name: 'first' }), 'kept');
  await page.viewport(360, 600);
  await expect.element(screen.getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
  await expect.element(screen.getByRole('textbox', { name: 'first' })).toHaveValue('kept');
  await userEvent.click(screen.getByRole('tab', { name: 'Library' }));
  await expect.element(screen.getByRole('button', { name: 'in the library' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1400, 600);
  await expect.element(screen.getByRole('textbox', { name: 'first' })).toHaveValue('kept');
});

test('the focus goes from pane to pane and back to where it was in each', async () => {
  await page.viewport(1400, 600);
  const screen = await render(<Example />);
  await userEvent.click(screen.getByRole('textbox', { name: 'second' }));
  handle.current?.focusNext(1);
  expect(document.activeElement?.getAttribute('data-pane')).toBe('right');
  handle.current?.focusNext(1);
  await expect.element(screen.getByRole('button', { name: 'in the library' })).toHaveFocus();
  handle.current?.focusNext(1);
  await expect.element(screen.getByRole('textbox', { name: 'second' })).toHaveFocus();
  handle.current?.focusNext(-1);
  await expect.element(screen.getByRole('button', { name: 'in the library' })).toHaveFocus();
});

test('the focus goes round in a narrow window too, where it changes the tab', async () => {
  await page.viewport(360, 600);
  const screen = await render(<Example />);
  await userEvent.click(screen.getByRole('textbox', { name: 'first' }));
  handle.current?.focusNext(-1);
  await expect.element(screen.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true');
  await expect.element(screen.getByRole('button', { name: 'in the library' })).toHaveFocus();
});

test('in a narrow window the focus goes to the tab of the pane that takes the place of its own', async () => {
  await page.viewport(360, 600);
  const screen = await render(<Example startsResult />);
  await screen.getByRole('textbox', { name: 'first' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('tab', { name: 'Result' })).toHaveFocus();
});
