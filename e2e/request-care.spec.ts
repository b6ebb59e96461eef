import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const lines = (page: Page) => page.locator('.view-lines');

test('the client context has a skeleton, a count and a view of what the function sees', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await page.getByRole('tab', { name: /^Client context/ }).click();
  const editors = page.getByRole('group', { name: 'Editors' });
  await editors.getByRole('button', { name: 'Insert skeleton' }).click();
  await expect(page.getByRole('textbox', { name: 'Client context' })).toBeFocused();
  await expect(editors).toContainText(/\d{3} of 3,583 bytes of base64/);
  await editors.getByText('What the function sees').click();
  await expect(page.getByRole('region', { name: 'context.clientContext' })).toContainText('installation_id');

  await console.pasteClientContext('{"custom":{"a":tru}}');
  await page.getByRole('tab', { name: /^Client context/ }).click();
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('button')).toHaveText([/^1:16/]);
  await expect(editors).toContainText('Not a JSON object');
  await console.invokeButton.click();
  const question = page.getByRole('alertdialog', { name: 'Send a client context that is not JSON?' });
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(console.result).toHaveAttribute('data-state', 'idle');
  await console.invokeButton.click();
  await expect(question).toContainText('Lambda takes the base64 of one');
  await question.getByRole('button', { name: 'Send anyway' }).click();
  await console.expectOutcome('rejected');

  await console.pasteClientContext(`{"custom":{"a":"${'x'.repeat(2700)}"}}`);
  await console.invoke();
  await console.expectOutcome('not-sent');
  // The field that was refused is shown, with the message at it.
  await expect(page.getByRole('textbox', { name: 'Client context' })).toBeFocused();
  await expect(editors.getByRole('status')).toContainText('3583');
});

test('the page keeps its place: the focus after a refusal, and itself when a file is dropped', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('after a refusal the first bad field has the focus', async () => {
    await console.pastePayload('{}');
    await page.keyboard.press('ControlOrMeta+Enter');
    await console.expectOutcome('not-sent');
    await expect(console.functionBox).toBeFocused();
  });
  await test.step('a file that is dropped beside the editors leaves the page as it is', async () => {
    await console.pastePayload('{"kept":1}');
    const answers = await page.evaluate(() => {
      const drop = (selector: string): boolean[] =>
        ['dragenter', 'dragover', 'drop'].map((type) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['x'], 'x.json'));
          const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
          return document.querySelector(selector)?.dispatchEvent(event) ?? true;
        });
      return ['header', '[data-pane="left"]', '[data-pane="right"]', 'input', 'footer'].flatMap(drop);
    });
    // False: the browser's own action, which is to open the file in the page's place, was prevented.
    expect(answers).toEqual(answers.map(() => false));
    await expect(lines(page)).toContainText('"kept"');
  });
});

test('what is typed before the page has come opens beside a restored draft', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"restored":1}');
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/index-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Payload' }).pressSequentially('{"early":1}');
  release();
  const drafts = page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab');
  await expect(drafts).toHaveText(['echo', 'New draft']);
  await expect(console.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
  await page.keyboard.type(' ');
  await expect(lines(page)).toHaveText('{"early":1} ');
  await drafts.first().click();
  await expect(lines(page)).toHaveText('{"restored":1}');
});

test('a draft that comes back by undo has its text, its caret and its own steps to undo', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.pastePayload('[1,\n2]');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' ');
  await page.keyboard.press('Shift+Alt+KeyW');
  await expect(lines(page)).toHaveText('');
  await page.keyboard.press('Shift+Alt+KeyZ');
  await expect(lines(page)).toContainText('[1,');
  await page.getByRole('textbox', { name: 'Payload' }).focus();
  await page.keyboard.type('7,');
  await expect(lines(page).locator('.view-line').first()).toHaveText('[1, 7,');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(lines(page)).toHaveText('');
});
