import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';
import { currentToasts, dismissToast, showToast } from './toast.ts';
import { Toaster } from './toaster.tsx';

let log: string[] = [];

beforeEach(() => {
  log = [];
});
afterEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
});

function Saving({ says }: { says?: string }) {
  const [open, setOpen] = useState(true);
  const save = () => {
    setOpen(false);
    if (says !== undefined) showToast({ title: says, timeoutMs: 0 });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Save preset"
      footer={<Button onClick={save}>Save</Button>}
    >
      <TextField label="Name" value="" onChange={() => {}} />
    </Dialog>
  );
}

test('a message is announced, can be acted on, and goes', async () => {
  const screen = await render(<Toaster />);
  showToast({
    title: 'Preset deleted',
    action: { label: 'Undo', onSelect: () => log.push('undo') },
    timeoutMs: 0,
  });
  await expect.element(screen.getByRole('status')).toHaveTextContent('Preset deleted');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(log).toEqual(['undo']);
  expect(currentToasts()).toEqual([]);
});

test.each([
  { width: 390, height: 844, size: 'small', rows: 1 },
  { width: 390, height: 844, size: 'normal', rows: 40 },
  { width: 390, height: 844, size: 'large', rows: 40 },
  { width: 390, height: 844, size: 'window', rows: 40 },
  { width: 1024, height: 768, size: 'normal', rows: 40 },
  { width: 1024, height: 768, size: 'window', rows: 1 },
  { width: 1440, height: 900, size: 'large', rows: 1 },
  { width: 1440, height: 900, size: 'window', rows: 40 },
] as const)('at $width by $height messages cover nothing of a $size dialog of $rows rows', async (dialog) => {
  await page.viewport(dialog.width, dialog.height);
  const screen = await render(
    <>
      <Dialog
        open
        onOpenChange={() => log.push('closed')}
        title="Compare targets"
        description={'One run on each side. '.repeat(6)}
        size={dialog.size}
        footer={<Button>Run</Button>}
      >
        {Array.from({ length: dialog.rows }, (_, row) => (
          <TextField key={row} label={`Value ${row + 1}`} value="" onChange={() => {}} />
        ))}
      </Dialog>
      <Toaster />
    </>,
  );
  const field = screen.getByRole('textbox').last();
  await userEvent.click(field);
  const boxOf = (locator: Locator): DOMRect => locator.element().getBoundingClientRect();
  const run = screen.getByRole('button', { name: 'Run' });
  await expect.poll(() => document.querySelector('.dialog')?.getAnimations()).toEqual([]);
  const { top } = boxOf(run);
  for (const title of ['Saved', 'Copied'])
    showToast({ title, description: 'Stop it first, or wait until it has ended.', timeoutMs: 0 });
  await expect.element(screen.getByRole('listitem')).toHaveLength(2);
  await expect.poll(() => document.querySelector('.toaster-toast')?.getAnimations()).toEqual([]);
  for (const toast of screen.getByRole('listitem').all())
    for (const other of [
      field,
      run,
      screen.getByText(/One run/),
      screen.getByRole('button', { name: 'Close' }),
    ])
      expect(overlap(boxOf(toast), boxOf(other))).toBe(false);
  expect(boxOf(screen.getByRole('listitem').last()).bottom).toBeLessThanOrEqual(dialog.height);
  expect(boxOf(field).bottom).toBeLessThan(boxOf(run).top);
  expect(boxOf(run).top).toBe(top);
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss message' }).last());
  await expect.poll(() => currentToasts().length).toBe(1);
  await expect.element(field).toHaveFocus();
  expect(log).toEqual([]);
});

function overlap(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

test('in a dialog a message is said once, its key leads to its action, and the focus goes back', async () => {
  const screen = await render(
    <>
      <Saving />
      <Toaster />
    </>,
  );
  const name = screen.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toHaveFocus();
  const announcements = () =>
    [...document.querySelectorAll('[aria-live]')].filter(({ textContent }) => textContent !== '');
  showToast({
    title: 'Row deleted',
    action: { label: 'Undo', onSelect: () => log.push('undo') },
    timeoutMs: 0,
  });
  await expect.poll(() => announcements().map((said) => said.textContent)).toEqual(['Row deleted Undo: F6']);
  expect(announcements()[0]?.closest('[aria-hidden=true]')).toBeNull();
  expect(announcements()[0]?.closest('[role=dialog]')).not.toBeNull();

  const undo = screen.getByRole('button', { name: 'Undo' });
  await userEvent.keyboard('{F6}');
  await expect.element(undo).toHaveFocus();
  await userEvent.keyboard('{F6}');
  await expect.element(name).toHaveFocus();
  await userEvent.keyboard('{F6}{Enter}');
  expect(log).toEqual(['undo']);
  await expect.element(undo).not.toBeInTheDocument();
  await expect.element(name).toHaveFocus();

  showToast({
    title: 'Row deleted',
    action: { label: 'Undo', onSelect: () => log.push('undo') },
    timeoutMs: 0,
  });
  await expect.poll(() => announcements().length).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Save', exact: true }));
  await expect
    .element(screen.getByRole('region', { name: 'Messages' }).getByText('Row deleted'))
    .toBeVisible();
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  expect(announcements()).toEqual([]);
  await userEvent.click(undo);
  expect(log).toEqual(['undo', 'undo']);
});

test('a message that follows into a dialog and back stays the same one, with its time running', async () => {
  function Opening() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onClick={() => setOpen(true)}>Open</Button>
        <Dialog open={open} onOpenChange={setOpen} title="Settings">
          Theme
        </Dialog>
        <Toaster />
      </>
    );
  }
  const screen = await render(<Opening />);
  showToast({ title: 'Saved', timeoutMs: 0 });
  const message = screen.getByRole('listitem');
  await expect.element(message).toBeVisible();
  const element = message.element();
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  await expect.element(screen.getByRole('dialog').getByRole('listitem').getByText('Saved')).toBeVisible();
  expect(message.element()).toBe(element);
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  expect(message.element()).toBe(element);
});

test('a message that comes as its dialog closes is said on the page', async () => {
  const screen = await render(
    <>
      <Saving says="Saved" />
      <Toaster />
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await expect.element(screen.getByRole('status')).toHaveTextContent('Saved');
});

test('a message goes by itself, and its maker can take it back', async () => {
  const screen = await render(
    <>
      <button type="button">Elsewhere</button>
      <Toaster />
    </>,
  );
  // A message that comes up under the pointer waits, and the pointer is where the last test has left it.
  await userEvent.hover(screen.getByRole('button', { name: 'Elsewhere' }));
  showToast({ title: 'Copied', timeoutMs: 30 });
  const takeBack = showToast({ title: 'Saved', timeoutMs: 0 });
  await expect.poll(() => currentToasts().map(({ title }) => title)).toEqual(['Saved']);
  takeBack();
  expect(currentToasts()).toEqual([]);
});
