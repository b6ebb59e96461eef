import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test('a whole session without a mouse, and the focus is never lost', async ({ page }) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  const session: Session = { console, page, keys: keyboardOf(page) };
  await test.step('choose a function, write the payload, set the options', () => request(session));
  await test.step('invoke, and walk through the result', () => walkResult(session));
  await test.step('open an earlier run, save a preset, change a setting', () => reuse(session));
  await test.step('switch drafts, close one and have it back', () => switchDrafts(session));
});

interface Session {
  console: ConsolePage;
  page: Page;
  keys: ReturnType<typeof keyboardOf>;
}

async function request({ console, keys, page }: Session): Promise<void> {
  await keys.press('Shift+Alt+G');
  await keys.type('ech');
  await expect(page.getByRole('option', { name: /^echo/ })).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(console.functionBox).toHaveValue('echo');
  await keys.press('Shift+Alt+P');
  await keys.press('ControlOrMeta+a');
  await keys.type('42');
  await keys.press('Shift+Alt+F');
  await keys.act('tail log');
  await expect(page.getByRole('switch', { name: 'Tail log' })).not.toBeChecked();
  await keys.act('tail log');
}

async function walkResult({ console, keys, page }: Session): Promise<void> {
  await keys.press('ControlOrMeta+Enter');
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('success');
  for (const [digit, name] of ['Response', 'Log', 'Attempts', 'Request', 'Headers'].entries()) {
    await keys.press(`Shift+Alt+Digit${digit + 1}`);
    await expect(console.result.getByRole('tab', { name: new RegExp(`^${name}`) })).toBeFocused();
  }
  await keys.press('ArrowLeft');
  await expect(console.result.getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
  await keys.press('Shift+Alt+Digit7');
  await expect(page.getByRole('tree')).toBeVisible();
  await keys.act('copy response');
  await expect(page.getByText('Response copied').first()).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"event":42');
  await keys.press('Shift+Alt+V');
  await keys.type('event');
  await keys.press('Enter');
  await keys.press('Escape');
  await keys.press('Shift+Alt+Digit2');
  await keys.press('Shift+Alt+V');
  await keys.type('REPORT');
  await expect(console.result.getByText('1 of 3')).toBeVisible();
}

async function reuse({ keys, page }: Session): Promise<void> {
  await keys.act('recent runs echo');
  const drafts = page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab');
  await expect(drafts).toHaveCount(2);
  await keys.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Save preset' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.press('ControlOrMeta+a');
  await keys.type('By keyboard');
  await keys.press('Enter');
  await expect(dialog).toHaveCount(0);
  await keys.press('Shift+Alt+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function switchDrafts({ keys, page }: Session): Promise<void> {
  const drafts = page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab');
  await keys.press('Shift+Alt+J');
  await keys.press('Shift+Alt+W');
  await expect(drafts).toHaveCount(1);
  await keys.press('Shift+Alt+Z');
  await expect(drafts).toHaveCount(2);
  await keys.press('F6');
  await keys.press('Shift+F6');
  await keys.press('Shift+Alt+H');
}

/** Presses keys, and finds the focus on something after each. */
function keyboardOf(page: Page) {
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await expect.poll(() => focused(page), { message: `the focus after ${key}` }).not.toBe('BODY');
  };
  const type = async (text: string): Promise<void> => {
    await page.keyboard.type(text);
    expect(await focused(page)).not.toBe('BODY');
  };
  /** By the command palette. */
  const act = async (name: string): Promise<void> => {
    await press('ControlOrMeta+k');
    await type(name);
    await press('Enter');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toHaveCount(0);
    await expect.poll(() => focused(page), { message: `the focus after ${name}` }).not.toBe('BODY');
  };
  return { press, type, act };
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
}
