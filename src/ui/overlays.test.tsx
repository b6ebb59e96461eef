import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { Button } from './button.tsx';
import { Combobox } from './combobox.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import { TextField } from './text-field.tsx';

let log: string[] = [];

beforeEach(() => {
  log = [];
});

function DialogPage() {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <>
      <Button onClick={() => setOpen(true)}>Save as</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Save preset"
        description="On this device"
        footer={<Button onClick={() => setOpen(false)}>Save</Button>}
      >
        <TextField label="Name" value={name} onChange={setName} />
        <Combobox label="Group" value="" onChange={() => {}} suggestions={[{ value: 'orders' }]} />
      </Dialog>
    </>
  );
}

test('a dialog takes the focus, keeps it, and gives it back', async () => {
  const screen = await render(<DialogPage />);
  await userEvent.click(screen.getByRole('button', { name: 'Save as' }));
  const dialog = screen.getByRole('dialog', { name: 'Save preset' });
  await expect.element(dialog).toHaveAccessibleDescription('On this device');
  await expect.element(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  for (let press = 0; press < 6; press += 1) {
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true);
  }
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(screen.getByRole('button', { name: 'Save as' })).toHaveFocus();
});

test('in a dialog Escape closes a list first, and the list is over the dialog', async () => {
  const screen = await render(<DialogPage />);
  await userEvent.click(screen.getByRole('button', { name: 'Save as' }));
  await userEvent.click(screen.getByRole('combobox', { name: 'Group' }));
  await expect.element(screen.getByRole('option', { name: 'orders' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('option', { name: 'orders' })).not.toBeInTheDocument();
  await expect.element(screen.getByRole('dialog', { name: 'Save preset' })).toBeVisible();
});

test('a question is answered by its button, and Escape is a no', async () => {
  function Question() {
    const [open, setOpen] = useState(true);
    const answer = (yes: boolean) => {
      log.push(yes ? 'yes' : 'no');
      setOpen(false);
    };
    return (
      <>
        <Button onClick={() => setOpen(true)}>Again</Button>
        <ConfirmDialog
          open={open}
          title="Send anyway?"
          confirmLabel="Send anyway"
          onConfirm={() => answer(true)}
          onCancel={() => answer(false)}
        >
          The payload is not JSON.
        </ConfirmDialog>
      </>
    );
  }
  const screen = await render(<Question />);
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
  await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Again' }));
  await expect.element(screen.getByRole('alertdialog', { name: 'Send anyway?' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => log).toEqual(['yes', 'no']);
});

function MenuPage() {
  return (
    <Menu
      trigger={<Button>More</Button>}
      items={[
        { id: 'format', label: 'Format', shortcut: 'Shift+Alt+F', onSelect: () => log.push('format') },
        'separator',
        { id: 'minify', label: 'Minify', disabledReason: 'Not JSON', onSelect: () => log.push('minify') },
        { id: 'wrap', label: 'Wrap lines', checked: true, onSelect: () => log.push('wrap') },
        { id: 'sort', label: 'Sort keys', onSelect: () => log.push('sort') },
      ]}
    />
  );
}

test('a menu works by keys alone and gives the focus back', async () => {
  const screen = await render(<MenuPage />);
  const trigger = screen.getByRole('button', { name: 'More' });
  await userEvent.keyboard('{Tab}{Enter}');
  const menu = screen.getByRole('menu', { name: 'More' });
  await expect.element(menu).toBeVisible();
  await expect.poll(() => menu.element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('so');
  await expect.poll(() => document.activeElement?.textContent).toContain('Sort keys');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => log).toEqual(['sort']);
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(trigger).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(menu).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(trigger).toHaveFocus();
});

test.each(['{Enter}', ' ', '{ArrowDown}'])(
  'a menu that is opened by the key %s has its first entry marked',
  async (key) => {
    const screen = await render(<MenuPage />);
    await userEvent.keyboard(`{Tab}${key}`);
    const first = screen.getByRole('menuitem', { name: 'Format' });
    await expect.element(first).toHaveFocus();
    await expect.element(first).toHaveAttribute('data-highlighted');
  },
);

test('a second press on the trigger closes the menu', async () => {
  const screen = await render(<MenuPage />);
  const trigger = screen.getByRole('button', { name: 'More' });
  await userEvent.click(trigger);
  await expect.element(screen.getByRole('menu')).toBeVisible();
  await userEvent.click(trigger);
  await expect.element(screen.getByRole('menu')).not.toBeInTheDocument();
});

test('an entry that can’t be chosen says why and does nothing; a choice says whether it is on', async () => {
  const screen = await render(<MenuPage />);
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  const held = screen.getByRole('menuitem', { name: /^Minify/ });
  await expect.element(held).toHaveTextContent('Not JSON');
  await userEvent.click(held, { force: true });
  expect(log).toEqual([]);
  await expect
    .element(screen.getByRole('menuitemcheckbox', { name: 'Wrap lines' }))
    .toHaveAttribute('aria-checked', 'true');
});
