import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const lines = (page: Page) => page.locator('.view-lines');

test('format, minify and sort change white space and order alone, each one step to undo', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  const typed = '{"b":1.50,"a":"\\u0041","a":12345678901234567890}';
  await console.pastePayload(typed);
  await page.keyboard.press('Shift+Alt+KeyF');
  await expect(lines(page).locator('.view-line')).toHaveCount(5);
  await page.keyboard.press('Shift+Alt+KeyS');
  await expect(lines(page).locator('.view-line').nth(3)).toContainText('1.50');
  await page.keyboard.press('Shift+Alt+KeyM');
  await expect(lines(page)).toHaveText('{"a":"\\u0041","a":12345678901234567890,"b":1.50}');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+z');
  const sent = page.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/invocations'));
  await console.invoke();
  expect((await sent).postData()).toBe(typed);
});

/** A file from the desktop, as a drop or a paste brings it. */
async function bring(
  page: Page,
  how: 'drop' | 'paste',
  file: { name: string; bytes: number[]; text?: string },
) {
  await page
    .locator('.monaco-editor, .hex-view')
    .first()
    .evaluate(
      (target, { kind, name, bytes, text }) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], name));
        if (text !== undefined) data.setData('text/plain', text);
        const common = { bubbles: true, cancelable: true };
        if (kind === 'paste')
          target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...common }));
        else {
          for (const type of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(type, { dataTransfer: data, ...common }));
        }
      },
      { kind: how, ...file },
    );
}

const utf8 = (text: string): number[] => [...Buffer.from(text)];

test('a file that comes by drop or by paste becomes the payload, with a way back', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  for (const how of ['drop', 'paste'] as const) {
    await test.step(`by ${how}`, async () => {
      await console.pastePayload(`{"before":"${how}"}`);
      await bring(page, how, { name: 'order.json', bytes: utf8('\uFEFF{"after":1}\r\n') });
      await expect(lines(page)).toContainText('"after"');
      await expect(page.getByRole('tab', { name: /^Draft order\.json/ })).toBeVisible();
      const sent = page.waitForRequest(
        (one) => one.method() === 'POST' && one.url().includes('/invocations'),
      );
      await console.invoke();
      expect((await sent).postDataBuffer()?.toString()).toBe('\uFEFF{"after":1}\r\n');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(lines(page)).toContainText(`"${how}"`);
      await expect(page.getByRole('tab', { name: /^Draft echo/ })).toBeVisible();
    });
  }
});

test('folds, faults and pasted files', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('collapse folds what is inside, and expand shows it again', async () => {
    await console.pastePayload('{\n  "a": {\n    "deep": 1\n  },\n  "b": 2\n}');
    await page.keyboard.press('Shift+Alt+KeyC');
    await expect(lines(page)).not.toContainText('deep');
    await expect(lines(page)).toContainText('"b"');
    await page.keyboard.press('Shift+Alt+KeyE');
    await expect(lines(page)).toContainText('deep');
  });
  await test.step('faults of the JSON are listed with line and column, lead to their place, and stop no edit silently', async () => {
    await console.pastePayload('{\n  "a": tru,\n  "b": [1,],\n  "c" 3\n}');
    const problems = page.getByRole('list', { name: 'Problems' }).getByRole('button');
    await expect(problems).toHaveText([/^2:8/, /^3:10/, /^4:7/]);
    await problems.nth(0).click();
    await expect(page.getByRole('textbox', { name: 'Payload' })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+ArrowRight');
    await page.keyboard.type('e');
    await expect(problems).toHaveText([/^3:10/, /^4:7/]);
    await page.keyboard.press('Shift+Alt+KeyF');
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Not JSON');
    await expect(lines(page).locator('.view-line')).toHaveCount(5);
  });
  await test.step('pasted text wins over a file beside it, unless it is the file’s name', async () => {
    await console.pastePayload('[1]');
    await bring(page, 'paste', { name: 'cells.png', bytes: [1, 2, 255], text: 'copied cells' });
    await expect(lines(page)).toHaveText('[1]');
    await bring(page, 'paste', { name: 'two.json', bytes: utf8('[2]'), text: '/home/me/two.json' });
    await expect(lines(page)).toHaveText('[2]');
  });
});

test('bytes that are no text are kept, shown as hex, and become text on demand; a payload is called nearly full before its limit', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.openPayloadFile('utf16.json', Buffer.from('\uFEFF{"wide":"ü"}', 'utf16le'));
  await expect(page.getByRole('region', { name: 'Payload' })).toContainText('ff fe 7b 00');
  await expect(page.locator('footer')).toContainText('Binary');
  await page.getByRole('button', { name: 'Make it text' }).click();
  await page.getByRole('menuitem', { name: 'Read as UTF-16' }).click();
  await expect(lines(page)).toHaveText('{"wide":"ü"}');
  await console.invoke();
  await console.expectOutcome('success');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Payload' })).toContainText('ff fe 7b 00');

  // From nine tenths of its type's limit on a payload is called nearly full.
  await console.openPayloadFile('large.json', Buffer.from(`"${'x'.repeat(950_000)}"`));
  await expect(page.locator('footer')).toContainText('927.7 KB of 6 MB');
  const status = page.getByRole('group', { name: 'Editors' }).getByRole('status');
  await expect(status).toHaveText(
    'Lines are not wrapped: over 100,000 of them, or one that long, would make typing slow.',
  );
  await console.chooseType('Event');
  await expect(status).toContainText('nearly full: 950,002 of 1,048,576 bytes (90 %)');
  await console.openPayloadFile('larger.json', Buffer.from(`"${'x'.repeat(1_100_000)}"`));
  await expect(status).toContainText('too large for Event');
  await console.invoke();
  await console.expectOutcome('not-sent');
});

test('a chosen event type proposes its fields and doubts others, and stays with its draft', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await page.getByRole('button', { name: 'Event type none' }).click();
  await page.keyboard.type('sqs messages');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Event type SQS · Messages' })).toBeVisible();
  await console.pastePayload('{\n  \n}');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /Records/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('Records');

  await page.reload();
  await expect(page.getByRole('button', { name: 'Event type SQS · Messages' })).toBeVisible();
  await page.keyboard.press('Shift+Alt+KeyN');
  await expect(page.getByRole('button', { name: 'Event type none' })).toBeVisible();
});

test('the editor doubts what no payload of the function had, once there were enough, and forgets it', async ({
  page,
}) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await page.getByRole('main').evaluate((main) => {
    const presets = [1, 2, 3, 4, 5].map((order) => ({
      name: `Order ${order}`,
      request: { functionName: 'counts', payload: JSON.stringify({ order, state: 'open' }) },
    }));
    const text = JSON.stringify({ format: 'invoke-console/presets', version: 1, presets });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'presets.json'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  await consolePage.chooseFunction('counts');
  await consolePage.pastePayload('{"order": "one", "stat": "open"}');
  const doubts = consolePage.editorFrame('Payload').locator('.squiggly-info');
  await expect(doubts).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Forget all that was learned');
  await expect(page.getByRole('option', { name: /^Forget all/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(doubts).toHaveCount(0);
});
