import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { holdKeys } from './hold-keys.ts';

function focusedBox(): HTMLInputElement {
  const box = document.createElement('input');
  document.body.replaceChildren(box);
  box.focus();
  return box;
}

test('what is typed meanwhile is kept from the page and given once', async () => {
  const box = focusedBox();
  const release = holdKeys();
  await userEvent.keyboard('sorx{Backspace}t{Enter}');
  expect(box.value).toBe('');
  expect(release()).toBe('sort\n');
  expect(release()).toBe('');
  await userEvent.keyboard('a');
  expect(box.value).toBe('a');
});

test('shortcuts pass', async () => {
  const pressed: string[] = [];
  const listening = new AbortController();
  addEventListener('keydown', ({ key }) => pressed.push(key), { signal: listening.signal });
  const release = holdKeys();
  await userEvent.keyboard('a{Control>}{ArrowLeft}{/Control}');
  expect(pressed).toEqual(['Control', 'ArrowLeft']);
  expect(release()).toBe('a');
  listening.abort();
});

test('keys are let go by themselves when nobody takes them', async () => {
  const box = focusedBox();
  holdKeys(1);
  await expect
    .poll(async () => {
      await userEvent.keyboard('a');
      return box.value;
    })
    .not.toBe('');
});
