import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { JsonEditor } from './json-editor.tsx';
import type { EditorProblem, JsonEditorHandle, JsonEditorProps } from './json-editor.tsx';
import { forgetEditorDocument } from './load-monaco.ts';

let log: string[] = [];
const listenToPage = (event: KeyboardEvent) => {
  if (event.ctrlKey && event.key !== 'Control') log.push(`key ${event.key}`);
};

beforeEach(() => {
  log = [];
  addEventListener('keydown', listenToPage);
});
afterEach(() => {
  removeEventListener('keydown', listenToPage);
  forgetEditorDocument('keys');
});

async function editor(props: Partial<JsonEditorProps> = {}): Promise<JsonEditorHandle> {
  const handleRef: { current: JsonEditorHandle | null } = { current: null };
  await render(
    <div style={{ blockSize: 300 }}>
      <JsonEditor
        id="keys"
        label="Payload"
        text=""
        revision={0}
        onChange={(text) => log.push(`text ${text.length}`)}
        theme="light"
        fontSize={13}
        wrap
        handleRef={handleRef}
        {...props}
      />
      <button type="button">after</button>
    </div>,
  );
  await expect
    .poll(() => document.querySelector('[data-editor="ready"]'), { timeout: 50_000 })
    .not.toBeNull();
  const handle = handleRef.current;
  if (!handle) throw new Error('The editor gave no handle');
  handle.focus();
  return handle;
}

test('the keys of the page reach the window and not Monaco', async () => {
  const handle = await editor({ text: '{}' });
  await userEvent.keyboard('{Control>}{Enter}ksu/{/Control}');
  expect(log).toEqual(['key Enter', 'key k', 'key s', 'key u', 'key /']);
  expect(handle.getText()).toBe('{}');
  // Ctrl+K began no chord: the next key is a letter.
  await userEvent.keyboard('c');
  expect(handle.getText()).toBe('c{}');
}, 60_000);

test('the owner of a large text is told of it before the page hears of a key', async () => {
  const text = ' '.repeat(150_000);
  await editor({ text });
  await userEvent.keyboard('1{Control>}{Enter}{/Control}');
  expect(log).toEqual(['text 150001', 'key Enter']);
});

test('the owner of a large text is told when the focus leaves', async () => {
  await editor({ text: ' '.repeat(150_000) });
  await userEvent.keyboard('1');
  document.querySelector('button')?.focus();
  expect(log).toEqual(['text 150001']);
});

test('Tab indents until Ctrl+M says that it moves the focus, which is announced', async () => {
  const handle = await editor({ text: '' });
  await userEvent.keyboard('{Tab}');
  expect(handle.getText()).toBe('  ');
  handle.toggleTabMovesFocus();
  await expect.poll(() => document.querySelector('.monaco-aria-container')?.textContent).toContain('Tab');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => document.activeElement?.textContent).toBe('after');
  handle.focus();
  await userEvent.keyboard('{Control>}m{/Control}{Tab}');
  expect(handle.getText()).toBe('    ');
});

test('a format by the owner is one step to undo and keeps the caret in its line', async () => {
  const handle = await editor({ text: '{"a":1,\n"b":2}' });
  handle.reveal(2, 3);
  handle.replaceAll('{\n  "a": 1,\n  "b": 2\n}');
  await expect.poll(() => log.at(-1)).toBe('text 22');
  await userEvent.keyboard('X');
  expect(handle.getText()).toBe('{\n  X"a": 1,\n  "b": 2\n}');
  handle.undo();
  handle.undo();
  expect(handle.getText()).toBe('{"a":1,\n"b":2}');
});

test('says what is wrong with line and column, by way of the JSON worker', async () => {
  const found: EditorProblem[][] = [];
  const handle = await editor({ text: '{\n  "a": 1,\n}', onProblems: (problems) => found.push(problems) });
  await expect
    .poll(() => found.at(-1)?.[0], { timeout: 20_000 })
    .toMatchObject({ line: 2, severity: 'error' });
  handle.replaceAll('{}');
  await expect.poll(() => found.at(-1), { timeout: 20_000 }).toEqual([]);
});

test('a schema completes and warns', async () => {
  const found: EditorProblem[][] = [];
  const schema = {
    uri: 'https://schemas.example/order',
    schema: { type: 'object', properties: { quantity: { type: 'number' } }, additionalProperties: false },
  };
  await editor({ text: '{ "quantity": "x" }', schema, onProblems: (problems) => found.push(problems) });
  await expect
    .poll(() => found.at(-1)?.[0], { timeout: 20_000 })
    .toMatchObject({ line: 1, column: 15, severity: 'warning' });
});

test('tells where the caret is, after a pause', async () => {
  const places: { line: number; column: number }[] = [];
  const handle = await editor({ text: 'one\ntwo', onCaret: (caret) => places.push(caret) });
  handle.reveal(2, 3);
  await expect.poll(() => places.at(-1)).toEqual({ line: 2, column: 3 });
});

test('begins at the caret it is given', async () => {
  const handle = await editor({ text: 'one\ntwo', initialCaret: { line: 2, column: 2 } });
  await userEvent.keyboard('X');
  expect(handle.getText()).toBe('one\ntXwo');
});

// Core, caret and word commands and the find widget are in no one register module of Monaco: each could be missing.
test('words and lines can be walked, selected and deleted by keys', async () => {
  const handle = await editor({ text: 'one two\nthree' });
  await userEvent.keyboard('{Control>}{ArrowRight}{/Control}A{Control>}{End}{/Control}B{Home}C');
  expect(handle.getText()).toBe('oneA two\nCthreeB');
  await userEvent.keyboard('{End}{Control>}{Backspace}{/Control}{Shift>}{ArrowUp}{/Shift}D');
  expect(handle.getText()).toBe('D');
});

test('the find widget opens, takes the focus and goes back to the text', async () => {
  const handle = await editor({ text: 'one two one' });
  handle.openFind();
  await expect.poll(() => document.activeElement?.closest('.find-widget.visible')).toBeTruthy();
  await userEvent.keyboard('two');
  await expect.poll(() => document.querySelector('.find-widget .matchesCount')?.textContent).toBe('1 of 1');
  await userEvent.keyboard('{Escape}X');
  expect(handle.getText()).toBe('one X one');
});
