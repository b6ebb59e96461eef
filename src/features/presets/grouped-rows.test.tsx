import { useRef } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useScrollBox } from '../../ui/use-scroll-box.ts';
import { GroupedRows } from './grouped-rows.tsx';
import './preset-list.css';
import { rowGroups } from './row-groups.ts';
import { useRowFocus } from './use-row-focus.ts';

interface Item {
  id: string;
  of: string;
}

const thousands: readonly Item[] = Array.from({ length: 10_000 }, (_none, index) => ({
  id: `preset ${index}`,
  of: `orders-${index % 400}`,
}));

function Rows({ items }: { items: readonly Item[] }) {
  const list = useRef<HTMLElement>(null);
  const box = useScrollBox(list);
  const groups = rowGroups(items, (item) => item.of);
  const keys = groups.flatMap((group) => group.items.map(({ id }) => id));
  const { current, handlers } = useRowFocus(list, keys);
  return (
    <section ref={list} className="preset-list" style={{ blockSize: 400 }} {...handlers}>
      <GroupedRows {...{ groups, current, box }} heading="h3" keyOf={({ id }) => id}>
        {({ id }, { top, number, of, isCurrent }) => (
          <li
            key={id}
            className="preset-row"
            data-row={id}
            style={{ insetBlockStart: top }}
            aria-setsize={of}
            aria-posinset={number}
          >
            <button type="button" tabIndex={isCurrent ? 0 : -1}>
              {id}
            </button>
            <button type="button" tabIndex={isCurrent ? 0 : -1}>
              menu of {id}
            </button>
          </li>
        )}
      </GroupedRows>
    </section>
  );
}

const focused = () => document.activeElement?.textContent;

test('of ten thousand presets only those in sight are drawn, each in its group and with its number', async () => {
  const screen = await render(<Rows items={thousands} />);
  await expect.element(screen.getByRole('list', { name: 'orders-0' })).toBeVisible();
  const rows = () => Array.from(screen.container.querySelectorAll('.preset-row'));
  expect(rows().length).toBeLessThan(60);
  expect(rows()[1]?.getAttribute('aria-posinset')).toBe('2');
  expect(rows()[1]?.getAttribute('aria-setsize')).toBe('25');
  const box = screen.container.querySelector('.preset-list');
  if (box) box.scrollTop = box.scrollHeight;
  await expect.element(screen.getByRole('list', { name: 'orders-399' })).toBeVisible();
  expect(rows().length).toBeLessThan(60);
});

test('arrows, Home and End reach every row and its menu, wherever the list is scrolled to', async () => {
  const screen = await render(<Rows items={thousands} />);
  await userEvent.tab();
  expect(focused()).toBe('preset 0');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(focused).toBe('preset 800');
  await userEvent.keyboard('{ArrowRight}');
  expect(focused()).toBe('menu of preset 800');
  await userEvent.keyboard('{ArrowLeft}{End}');
  await expect.poll(focused).toBe('preset 9999');
  const box = screen.container.querySelector('.preset-list');
  expect(box?.scrollTop).toBeGreaterThan(200_000);
  // The row with the focus stays, however far it is out of sight.
  if (box) box.scrollTop = 0;
  await expect.element(screen.getByRole('list', { name: 'orders-0' })).toBeVisible();
  expect(focused()).toBe('preset 9999');
  await userEvent.keyboard('{Home}{ArrowUp}');
  await expect.poll(focused).toBe('preset 0');
});

test('when the row with the focus goes, Tab reaches the one in its place', async () => {
  const [first, second, third] = thousands;
  const items = [first, second, third].filter((item) => item !== undefined);
  const screen = await render(<Rows items={items} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('preset 1');
  await screen.rerender(<Rows items={items.filter(({ id }) => id !== 'preset 1')} />);
  const stop = screen.container.querySelector('button[tabindex="0"]');
  expect(stop?.textContent).toBe('preset 2');
});
