import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const search = 'Search functions, drafts, runs and actions';

test('an action of the palette does what its name says, from the first open; it finds functions too, and gives the focus back', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.pastePayload('{"b":1,"a":[1,2]}');
  await page.getByRole('button', { name: search }).click();
  await page.keyboard.type('sort keys');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-lines')).toHaveText('{"a":[1,2],"b":1}');
  await expect(page.getByRole('textbox', { name: 'Payload' })).toBeFocused();

  await expectFocusGivenBack(console);
  await act(page, 'type event');
  await expect(console.invocationType.getByRole('radio', { name: /^Event/ })).toBeChecked();
  await act(page, 'trace id box');
  await expect(page.getByRole('textbox', { name: /^Trace ID/ })).toBeFocused();
  await act(page, 'retry mode: off');
  await expect(page.getByRole('combobox', { name: 'Retry mode' })).toHaveValue('off');
  await act(page, 'shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

async function act(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function expectFocusGivenBack(console: ConsolePage): Promise<void> {
  const { page } = console;
  await console.qualifierBox.focus();
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox', { name: search })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(console.qualifierBox).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('hello');
  await expect(palette.getByRole('option', { name: /^hello/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(console.functionBox).toHaveValue('hello');
  await expect(console.functionBox).toBeFocused();
}

test('the palette gives reasons, and opens recent runs; a dialog keeps the keys of the page out', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('no key of the page reaches it through a dialog', async () => {
    await console.chooseFunction('hello');
    await page.keyboard.press('ControlOrMeta+/');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('Shift+Alt+N');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab')).toHaveCount(1);
    await expect(console.result).toHaveAttribute('data-run', '0');
  });
  await test.step('what can’t be done now is shown with its reason and does nothing', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('reopen the last');
    const option = page.getByRole('option', { name: /^Reopen the last closed draft/ });
    await expect(option).toHaveAttribute('aria-disabled', 'true');
    await expect(option).toContainText('No draft was closed.');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('a recent run opens as a draft', async () => {
    await console.chooseFunction('echo');
    await console.pastePayload('{"again":true}');
    await console.invoke();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('recent echo');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab')).toHaveCount(2);
    await expect(page.locator('.view-lines')).toHaveText('{"again":true}');
  });
});
