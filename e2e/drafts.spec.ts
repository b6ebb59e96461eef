import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { holdInvocations, stayOnReload } from './more-ways.ts';

const draftTabs = (page: Page) => page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab');
const draftTab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^Draft ${name}`) });

/** Three drafts: hello, echo and throws, the last one in front. */
async function openThree(console: ConsolePage): Promise<void> {
  await console.open();
  await console.chooseFunction('hello');
  for (const name of ['echo', 'throws']) {
    await console.page.keyboard.press('Shift+Alt+N');
    await expect(console.functionBox).toHaveValue('');
    await console.chooseFunction(name);
  }
}

test('each draft keeps its own target, options, payload, client context, caret and last result', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('hello');
  await console.pastePayload('{\n  "name": "Ada"\n}');
  await console.invoke();
  await page.getByRole('button', { name: 'New draft' }).click();
  await expect(console.functionBox).toBeFocused();
  await expect(console.result).toHaveAttribute('data-state', 'idle');
  await console.chooseFunction('echo');
  await console.chooseType('Event');
  await console.pasteClientContext('{"custom":{"b":"2"}}');
  await console.pastePayload('[1,\n2]');

  await draftTab(page, 'hello, Succeeded').click();
  await expect(console.functionBox).toHaveValue('hello');
  await console.expectOutcome('success');
  await expect(console.response).toContainText('Ada');
  await expect(console.invocationType.getByRole('radio', { name: /^RequestResponse/ })).toBeChecked();

  await draftTab(page, 'echo').click();
  await expect(console.functionBox).toHaveValue('echo');
  await expect(console.invocationType.getByRole('radio', { name: /^Event/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Payload' }).focus();
  // The caret is where it was left, behind the last bracket.
  await page.keyboard.type(' ');
  const sent = page.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/invocations'));
  await console.invoke();
  expect((await sent).postData()).toBe('[1,\n2] ');
  expect(atob((await sent).headers()['x-amz-client-context'] ?? '')).toBe('{"custom":{"b":"2"}}');
});

test('a draft is named by F2 and by double click, and an empty name gives the function’s back', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('hello');
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: 'Name of the draft' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Greeting');
  await page.keyboard.press('Enter');
  await expect(draftTab(page, 'Greeting')).toBeFocused();

  await draftTab(page, 'Greeting').dblclick();
  await box.fill('Something else');
  await page.keyboard.press('Escape');
  await expect(draftTab(page, 'Greeting')).toBeFocused();

  await draftTab(page, 'Greeting').dblclick();
  await box.fill('');
  await page.keyboard.press('Enter');
  await expect(draftTab(page, 'hello')).toBeVisible();
  await test.step('closing the last draft opens a fresh one', async () => {
    await page.keyboard.press('Shift+Alt+W');
    await expect(draftTabs(page)).toHaveText(['New draft']);
    await expect(console.functionBox).toHaveValue('');
  });
});

test('drafts are moved by keys and by dragging, and stay so after a reload', async ({ page }) => {
  const console = new ConsolePage(page);
  await openThree(console);
  await test.step('a drag is taken back by Escape', async () => {
    const from = await draftTab(page, 'throws').boundingBox();
    if (!from) throw new Error('The tab has no place');
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x - 400, from.y + 10, { steps: 8 });
    await expect(draftTabs(page)).toHaveText(['throws', 'hello', 'echo']);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(draftTabs(page)).toHaveText(['hello', 'echo', 'throws']);
  });
  await draftTab(page, 'throws').focus();
  await page.keyboard.press('Shift+Alt+ArrowLeft');
  await expect(draftTabs(page)).toHaveText(['hello', 'throws', 'echo']);
  await expect(draftTab(page, 'throws')).toBeFocused();

  const from = await draftTab(page, 'hello').boundingBox();
  const to = await draftTab(page, 'echo').boundingBox();
  if (!from || !to) throw new Error('The tabs have no place');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 4, to.y + 10, { steps: 8 });
  await page.mouse.up();
  await expect(draftTabs(page)).toHaveText(['throws', 'echo', 'hello']);
  await page.reload();
  await expect(draftTabs(page)).toHaveText(['throws', 'echo', 'hello']);
});

test('a closed draft comes back by Undo with everything in it, and the focus is never lost', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await openThree(console);
  await console.pastePayload('{"kept":1}');
  await page.keyboard.press('Shift+Alt+W');
  await expect(draftTabs(page)).toHaveText(['hello', 'echo']);
  await expect(page.getByRole('textbox', { name: 'Payload' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(draftTabs(page)).toHaveText(['hello', 'echo', 'throws']);
  await expect(page.locator('.view-lines')).toContainText('"kept"');
  // The button that was pressed has gone with its message.
  await expect(page.locator('body')).not.toBeFocused();

  await draftTab(page, 'throws').focus();
  await page.keyboard.press('Delete');
  await expect(draftTab(page, 'echo')).toBeFocused();
  await page.keyboard.press('Shift+Alt+Z');
  await expect(draftTabs(page)).toHaveText(['hello', 'echo', 'throws']);
});

test('a run goes on in its draft while another is in front, each tab tells its own, and closing the page asks', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  const letGo = await holdInvocations(page, /echo\/invocations/);
  await console.chooseFunction('echo');
  await console.invokeButton.click();
  await expect(draftTab(page, 'echo, running')).toBeVisible();
  await page.keyboard.press('Shift+Alt+N');
  await console.chooseFunction('throws');
  await console.invoke();
  await expect(draftTab(page, 'throws, Function error')).toBeVisible();
  await expect(draftTab(page, 'echo, running')).toBeVisible();
  await stayOnReload(page);
  letGo();
  await expect(draftTab(page, 'echo, Succeeded')).toBeVisible();
  await page.keyboard.press('Shift+Alt+J');
  await expect(console.functionBox).toHaveValue('echo');
  await console.expectOutcome('success');
});
