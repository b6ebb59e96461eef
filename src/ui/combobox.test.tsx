import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { Combobox } from './combobox.tsx';

const suggestions = [
  { value: 'orders-create', group: 'Recent' },
  { value: 'orders-refund', detail: 'nodejs22.x', group: 'Functions' },
  { value: 'users-list', group: 'Functions' },
];
let log: string[] = [];

beforeEach(() => {
  log = [];
});

function Example({ initial = '' }: { initial?: string }) {
  const [value, setValue] = useState(initial);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => log.push(`outside ${event.key}`)}>
      <Combobox
        label="Function"
        hideLabel
        value={value}
        onChange={setValue}
        onPick={({ value: picked }) => log.push(`pick ${picked}`)}
        onSubmit={() => log.push('submit')}
        suggestions={suggestions}
      />
    </div>
  );
}

const options = () =>
  [...document.querySelectorAll('[role="option"]')].map((option) => option.firstChild?.textContent);

test('what is typed counts, in the list or not, and Enter then submits', async () => {
  const screen = await render(<Example />);
  const box = screen.getByRole('combobox', { name: 'Function' });
  await userEvent.type(box, 'my-own');
  await expect.element(box).toHaveValue('my-own');
  expect(options()).toEqual([]);
  await expect.element(box).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{Enter}');
  expect(log.filter((entry) => !entry.startsWith('outside'))).toEqual(['submit']);
});

test('typing narrows the list, arrows highlight, Enter takes', async () => {
  const screen = await render(<Example />);
  const box = screen.getByRole('combobox', { name: 'Function' });
  await userEvent.type(box, 'orders');
  await expect.poll(options).toEqual(['orders-create', 'orders-refund']);
  await expect.element(box).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const active = box.element().getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{Enter}');
  await expect.element(box).toHaveValue('orders-refund');
  expect(log).toContain('pick orders-refund');
  expect(options()).toEqual([]);
});

test('the whole list shows until something is typed, grouped and in the top layer', async () => {
  const screen = await render(<Example initial="orders-create" />);
  await userEvent.click(screen.getByRole('combobox', { name: 'Function' }));
  await expect.poll(options).toHaveLength(3);
  await expect.element(screen.getByRole('listbox', { name: 'Function' })).toBeVisible();
  await expect.element(screen.getByRole('group', { name: 'Functions' })).toBeVisible();
  expect(document.querySelector('.combobox-popup')?.matches(':popover-open')).toBe(true);
});

test('Escape closes the list and nothing else', async () => {
  const screen = await render(<Example />);
  await userEvent.click(screen.getByRole('combobox', { name: 'Function' }));
  await expect.poll(options).toHaveLength(3);
  await userEvent.keyboard('{Escape}');
  await expect.poll(options).toEqual([]);
  expect(log).not.toContain('outside Escape');
  await userEvent.keyboard('{Escape}');
  expect(log).toContain('outside Escape');
});

test('a press takes a proposal and leaves the focus in the box', async () => {
  const screen = await render(<Example />);
  const box = screen.getByRole('combobox', { name: 'Function' });
  await userEvent.click(box);
  await userEvent.click(screen.getByRole('option', { name: 'users-list' }));
  await expect.element(box).toHaveValue('users-list');
  await expect.element(box).toHaveFocus();
});

test('keys with Ctrl are the page’s', async () => {
  const screen = await render(<Example />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Function' }), 'orders');
  await userEvent.keyboard('{ArrowDown}{Control>}{Enter}{/Control}');
  expect(log).toContain('outside Enter');
  expect(log.some((entry) => entry.startsWith('pick') || entry === 'submit')).toBe(false);
});
