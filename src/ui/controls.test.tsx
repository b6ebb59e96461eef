import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { CopyButton } from './copy-button.tsx';
import { IconButton } from './icon-button.tsx';
import { Meter } from './meter.tsx';
import { Segmented } from './segmented.tsx';
import { Select } from './select.tsx';
import { Stat } from './stat.tsx';
import { Switch } from './switch.tsx';
import { TextField } from './text-field.tsx';

test('the name of a button is its text, without its key', async () => {
  const screen = await render(<Button shortcut="Mod+Enter">Invoke</Button>);
  const button = screen.getByRole('button', { name: 'Invoke', exact: true });
  await expect.element(button).toBeVisible();
  expect(button.element().getAttribute('aria-keyshortcuts')).toMatch(/^(Control|Meta)\+Enter$/);
});

test('an unavailable button can be focused, says why, and neither acts nor submits', async () => {
  const onClick = vi.fn();
  const onSubmit = vi.fn();
  const screen = await render(
    <form onSubmit={onSubmit}>
      <Button type="submit" onClick={onClick} disabledReason="Nothing to save">
        Save
      </Button>
    </form>,
  );
  const button = screen.getByRole('button', { name: 'Save' });
  await userEvent.keyboard('{Tab}');
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAccessibleDescription('Nothing to save');
  await expect.poll(() => document.querySelector('.tooltip')?.textContent).toBe('Nothing to save');
  await userEvent.keyboard('{Enter}');
  expect([onClick.mock.calls.length, onSubmit.mock.calls.length]).toEqual([0, 0]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.tooltip')).toBeNull();
});

test('a hint shows while its control is pointed at', async () => {
  const screen = await render(<IconButton label="Settings" icon={<svg />} />);
  await userEvent.hover(screen.getByRole('button', { name: 'Settings' }));
  await expect.poll(() => document.querySelector('.tooltip')?.textContent).toBe('Settings');
  await userEvent.unhover(screen.getByRole('button', { name: 'Settings' }));
  await expect.poll(() => document.querySelector('.tooltip')).toBeNull();
});

test('a field is named by its label and described by its error', async () => {
  const screen = await render(
    <TextField label="Region" hint="Like eu-west-1" error="No such region" value="x" onChange={() => {}} />,
  );
  const field = screen.getByRole('textbox', { name: 'Region' });
  await expect.element(field).toHaveAccessibleDescription('No such region');
  await expect.element(field).toBeInvalid();
});

function Types({ onChange }: { onChange: (value: string) => void }) {
  const [value, setValue] = useState<'RequestResponse' | 'Event' | 'DryRun'>('RequestResponse');
  return (
    <Segmented
      label="Invocation type"
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
      options={[
        { value: 'RequestResponse', label: 'RequestResponse', hint: 'Waits for the answer' },
        { value: 'Event', label: 'Event', disabledReason: 'Not with streaming' },
        { value: 'DryRun', label: 'DryRun' },
      ]}
    />
  );
}

test('one of a few is a radio group: arrows choose, an unavailable one is passed over with its reason', async () => {
  const onChange = vi.fn();
  const screen = await render(<Types onChange={onChange} />);
  await expect.element(screen.getByRole('radiogroup', { name: 'Invocation type' })).toBeVisible();
  await expect.element(screen.getByRole('radio', { name: /^RequestResponse/ })).toBeChecked();
  await userEvent.keyboard('{Tab}{ArrowRight}');
  await expect.element(screen.getByRole('radio', { name: /^Event/ })).toHaveFocus();
  await expect
    .element(screen.getByRole('radio', { name: /^Event/ }))
    .toHaveAccessibleDescription('Not with streaming');
  await expect.element(screen.getByRole('radio', { name: /^Event/ })).not.toBeChecked();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(screen.getByRole('radio', { name: /^DryRun/ })).toBeChecked();
  expect(onChange.mock.calls).toEqual([['DryRun']]);
});

test('a switch is a switch: Space turns it, a reason holds it', async () => {
  const onChange = vi.fn();
  const screen = await render(
    <>
      <Switch label="Tail log" checked={false} onChange={onChange} />
      <Switch label="Stream response" checked={false} onChange={onChange} disabledReason="Not with Event" />
    </>,
  );
  await userEvent.keyboard('{Tab} ');
  expect(onChange.mock.calls).toEqual([[true]]);
  const held = screen.getByRole('switch', { name: 'Stream response' });
  await userEvent.keyboard('{Tab} ');
  await expect.element(held).toHaveFocus();
  await expect.element(held).toHaveAccessibleDescription('Not with Event');
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a select offers its options in groups and gives typed values', async () => {
  const onChange = vi.fn();
  const options = [
    { value: 'a', label: 'One', group: 'First' },
    { value: 'b', label: 'Two', group: 'Second' },
  ] as const;
  const screen = await render(<Select label="Pick" value="a" onChange={onChange} options={options} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pick' }), 'b');
  expect(onChange.mock.calls).toEqual([['b']]);
  expect([...document.querySelectorAll('optgroup')].map((group) => group.label)).toEqual(['First', 'Second']);
});

test('a check box is named by its label and described by its hint', async () => {
  const onChange = vi.fn();
  const screen = await render(
    <Checkbox label="Remember" hint="On this device" checked={false} onChange={onChange} />,
  );
  const box = screen.getByRole('checkbox', { name: 'Remember' });
  await expect.element(box).toHaveAccessibleDescription('On this device');
  await userEvent.click(screen.getByText('Remember'));
  expect(onChange.mock.calls).toEqual([[true]]);
});

test('copying gives the exact text and says so', async () => {
  const written: string[] = [];
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    written.push(text);
  });
  const screen = await render(<CopyButton label="Copy log" text={() => 'line\r\n'} />);
  await userEvent.click(screen.getByRole('button', { name: 'Copy log' }));
  await expect.element(screen.getByRole('status')).toHaveTextContent('Copied');
  expect(written).toEqual(['line\r\n']);
  write.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
  await userEvent.click(screen.getByRole('button', { name: 'Copy log' }));
  await expect.element(screen.getByRole('status')).toHaveTextContent('The browser refused to copy');
  write.mockRestore();
});

test('a number carries its raw value for scripts', async () => {
  await render(<Stat label="Billed" value="134" unit="ms" field="billed-duration" rawValue={134} />);
  const value = document.querySelector<HTMLElement>('[data-field="billed-duration"]');
  expect([value?.dataset['value'], value?.textContent]).toEqual(['134', '134 ms']);
});

test('a meter names its use and bounds it', async () => {
  const screen = await render(<Meter label="Memory used" value={300} max={256} />);
  const meter = screen.getByRole('meter', { name: 'Memory used' });
  await expect.element(meter).toHaveAttribute('aria-valuenow', '300');
  await expect.element(meter).toHaveAttribute('data-level', 'full');
});
