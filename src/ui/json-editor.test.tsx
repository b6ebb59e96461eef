import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { JsonEditor } from './json-editor.tsx';
import type { JsonEditorHandle, JsonEditorProps } from './json-editor.tsx';
import { forgetEditorDocument } from './load-monaco.ts';

const look = { theme: 'dark', fontSize: 13, wrap: true } as const;
let changes: string[] = [];

beforeEach(() => {
  changes = [];
});
afterEach(() => forgetEditorDocument('test'));

/** Owner of a text as the page is: it keeps what it is told and never gives it back to the editor. */
function Owner({ text = '', ...rest }: Partial<JsonEditorProps>) {
  const [, setKept] = useState(text);
  return (
    <div style={{ blockSize: 400 }}>
      <JsonEditor
        id="test"
        label="Payload"
        text={text}
        revision={0}
        onChange={(next) => {
          changes.push(next);
          setKept(next);
        }}
        {...look}
        {...rest}
      />
    </div>
  );
}

const ready = () =>
  expect.poll(() => document.querySelector('[data-editor="ready"]'), { timeout: 50_000 }).not.toBeNull();

async function renderReady(props: Partial<JsonEditorProps> = {}) {
  const handleRef: { current: JsonEditorHandle | null } = { current: null };
  const screen = await render(<Owner {...props} handleRef={handleRef} />);
  await ready();
  const handle = handleRef.current;
  if (!handle) throw new Error('The editor gave no handle');
  return { screen, handle };
}

/** As Ctrl+V does, for texts that typing would take minutes for. */
function paste(text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

// The first of the file, as only then Monaco has yet to come: the way of a text from the static page to Monaco.
test('hands text, caret and focus from the static page to a text area to Monaco, and loses no key', async () => {
  const early = shellTextArea('[1, 3]', 4);
  const screen = await render(<Owner text="the restored text" earlyTextId="early-text" />);
  expect(early.isConnected).toBe(false);
  expect(document.getElementById('shell')).toBeNull();
  expect(document.querySelector('[data-editor]')?.getAttribute('data-editor')).toBe('loading');
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  document.execCommand('insertText', false, '2');
  await ready();
  expect(changes).toEqual(['[1, 3]', '[1, 23]']);
  await expect.element(screen.getByRole('textbox', { name: 'Payload' })).toHaveFocus();
  await userEvent.keyboard('4');
  await expect.poll(() => changes.at(-1)).toBe('[1, 243]');
  // What stood there before is in the undo history.
  await userEvent.keyboard('{Control>}zz{/Control}');
  await expect.poll(() => changes.at(-1)).toBe('the restored text');
}, 60_000);

test('takes over the static page also when Monaco is there already', async () => {
  shellTextArea('[1, 3]', 4);
  await render(<Owner earlyTextId="early-text" />);
  await ready();
  expect(changes).toEqual(['[1, 3]']);
  await userEvent.keyboard('2');
  await expect.poll(() => changes.at(-1)).toBe('[1, 23]');
});

/** As index.html has it, typed in and focused. */
function shellTextArea(value: string, caret: number): HTMLTextAreaElement {
  const shell = document.createElement('div');
  shell.id = 'shell';
  const area = document.createElement('textarea');
  area.id = 'early-text';
  shell.append(area);
  document.body.append(shell);
  area.focus();
  area.value = value;
  area.setSelectionRange(caret, caret);
  return area;
}

test('keeps the line ends of the owner until the first edit, and does not tell of a mere opening', async () => {
  const { handle } = await renderReady({ text: '{\r\n  "a": 1\r\n}' });
  expect(handle.getText()).toBe('{\r\n  "a": 1\r\n}');
  expect(changes).toEqual([]);
});

test('has one text box with the given name', async () => {
  const { screen } = await renderReady({ text: '{}' });
  await expect.element(screen.getByRole('textbox', { name: 'Payload' })).toBeInTheDocument();
  expect(document.querySelector('textarea[data-early]')).toBeNull();
});

test('select all and type a new payload: the text is right and the page lives', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, index) => `  "key${index}": { "value": [${index}, "x"] }`,
  ).join(',\n');
  const { handle } = await renderReady({ text: `{\n${lines}\n}` });
  handle.focus();
  for (const first of ['{', '"', '[']) {
    await userEvent.keyboard('{Control>}a{/Control}');
    // In the words of userEvent a doubled bracket is a single one.
    await userEvent.keyboard(first === '"' ? '"' : first + first);
    await expect.poll(() => changes.at(-1)?.startsWith(first)).toBe(true);
    expect(changes.at(-1)?.length).toBeLessThanOrEqual(2);
    handle.undo();
    await expect.poll(() => handle.getText().length).toBeGreaterThan(500);
  }
});

test('pastes 40 kB with escapes, quotes and tabs exactly', async () => {
  const { handle } = await renderReady();
  const row =
    '\t{ "path": "C:\\\\dir\\\\file", "quote": "say \\"hi\\"", "emoji": "\\ud83d\\ude00 😀", "n": 1.10e+2 },\n';
  const text = `[\n${row.repeat(400)}\t{}   \n]\n`;
  expect(text.length).toBeGreaterThan(38_000);
  handle.focus();
  paste(text);
  await expect.poll(() => changes.at(-1)?.length).toBe(text.length);
  expect(changes.at(-1)).toBe(text);
  expect(handle.getText()).toBe(text);
});

test('a new revision brings the owner’s text in one step that can be undone', async () => {
  const screen = await render(<Owner text="first" revision={0} />);
  await ready();
  await screen.rerender(<Owner text="second" revision={1} />);
  await expect.poll(() => document.querySelector('.view-lines')?.textContent).toBe('second');
  expect(changes).toEqual([]);
  document.querySelector<HTMLElement>('.native-edit-context')?.focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => changes.at(-1)).toBe('first');
});

test('a text that changes without its revision is left alone', async () => {
  const { screen, handle } = await renderReady({ text: 'mine' });
  await screen.rerender(<Owner text="late echo" />);
  expect(handle.getText()).toBe('mine');
});

test('keeps text and undo history while another document is shown', async () => {
  const first = await render(<Owner text="one" />);
  await ready();
  document.querySelector<HTMLElement>('.native-edit-context')?.focus();
  await userEvent.keyboard('x');
  await expect.poll(() => changes.at(-1)).toBe('xone');
  await first.unmount();
  const { handle } = await renderReady({ text: 'xone' });
  handle.focus();
  handle.undo();
  await expect.poll(() => changes.at(-1)).toBe('one');
});

test('tells when the lines of a text are too many to be wrapped, and when they are so no longer', async () => {
  const told: boolean[] = [];
  const { handle } = await renderReady({ text: '[]', onUnwrapped: (unwrapped) => told.push(unwrapped) });
  expect(told.at(-1)).toBe(false);
  handle.replaceAll(`[${'\n'.repeat(100_001)}]`);
  await expect.poll(() => told.at(-1)).toBe(true);
  handle.replaceAll('[1]');
  await expect.poll(() => told.at(-1)).toBe(false);
});

test('marks stand where they were put, move with the text, and tell on hover; F8 goes to the unknown one', async () => {
  const { handle } = await renderReady({ text: '{\n  "a": "{{x}} {{y}}"\n}' });
  const mark = (tone: 'known' | 'unknown', column: number, message: string) => ({
    tone,
    message,
    start: { line: 2, column },
    end: { line: 2, column: column + 5 },
  });
  handle.setMarks([mark('known', 9, 'Sent as <b>*1*'), mark('unknown', 15, 'No value y')]);
  const marked = (tone: string): string[] =>
    [...document.querySelectorAll(`.json-editor-${tone}`)].map((one) => one.textContent);
  await expect.poll(() => marked('known')).toEqual(['{{x}}']);
  await expect.poll(() => marked('unknown')).toEqual(['{{y}}']);
  handle.reveal(2, 3);
  paste('"b": 1, ');
  await expect.poll(() => marked('known')).toEqual(['{{x}}']);
  await userEvent.keyboard('{F8}');
  await expect.poll(() => document.body.textContent).toContain('No value y');
  await userEvent.hover(document.querySelector('.json-editor-known') ?? document.body);
  await expect
    .poll(() => document.querySelector('.monaco-hover')?.textContent, { timeout: 10_000 })
    .toContain('Sent as <b>*1*');
  handle.setMarks([]);
  await expect.poll(() => marked('unknown')).toEqual([]);
}, 60_000);
