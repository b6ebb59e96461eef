import { createHash } from 'node:crypto';
import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** An SQS record with an SNS notification in it, as AWS writes them; numbers and escapes that a parser would lose. */
function event(message: string): string {
  const body = JSON.stringify({ Type: 'Notification', TopicArn: 'arn:aws:sns:x', Message: message });
  return `{ "n":1.10, "n":12345678901234567890, "Records":[{"receiptHandle":"a\\/b","md5OfBody":"${md5(body)}",\n"body":${JSON.stringify(body)} }]}`;
}

test('the SNS message inside an SQS record is edited beside the payload, and arrives byte for byte', async ({
  page,
}) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  const before = event('{"order":7,"total":1.0}');
  await console.pastePayload(before);
  const sent = async (): Promise<string | null> => {
    const request = page.waitForRequest(
      (one) => one.method() === 'POST' && one.url().includes('/invocations'),
    );
    await console.invoke();
    return (await request).postData();
  };

  // The innermost one around the caret, which is at the end of what was found.
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('order');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Alt+;');
  const inside = page.getByRole('region', { name: 'Document inside' });
  await expect(inside.locator('.view-line')).toHaveText(['{', '"order": 7,', '"total": 1.0', '}']);
  await expect(inside).toContainText('md5OfBody follows');
  await expectNoViolation(page, '.document-pane');
  const box = inside.getByRole('textbox', { name: 'Document inside' });
  await expect(box).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate(() => navigator.clipboard.writeText('{\n  "order": 8,\n  "total": 1.0\n}'));
  await page.keyboard.press('ControlOrMeta+v');
  // At once: what is sent holds what was typed last.
  expect(await sent()).toBe(event('{"order":8,"total":1.0}'));

  // One step back in the payload, and the open document follows.
  await page.getByRole('textbox', { name: 'Payload' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(inside.locator('.view-lines')).toContainText('"order": 7');
  expect(await sent()).toBe(before);

  await lookInside(console);

  // What was sent has taught the editor meanwhile.
  await page.keyboard.press('Shift+Alt+,');
  await page.getByRole('list', { name: 'Functions that were learned of' }).getByText('echo').waitFor();
  await expectNoViolation(page, '.learned-setting');
});

/** The same in what was sent and in what came back, to be looked at. */
async function lookInside(console: ConsolePage): Promise<void> {
  const { page } = console;
  await console.showTab('Request');
  await console.result.getByRole('button', { name: 'Documents inside: 2' }).click();
  await page.getByRole('menuitem', { name: 'Records[0].body › Message · SNS message' }).click();
  const payload = page.getByRole('dialog', { name: 'Inside the payload' });
  await expect(payload.locator('.view-lines')).toContainText('"order": 7');
  await payload.getByRole('button', { name: 'Records[0].body' }).click();
  await expect(payload.locator('.view-lines')).toContainText('"Type": "Notification"');
  await expect(payload.getByRole('textbox', { name: 'Document inside' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(payload).toBeHidden();
  await console.showTab('Response');
  const window = page.getByRole('dialog', { name: 'Inside the response' });
  // At what was found in it, as at the caret of the payload.
  await expect(console.result.getByRole('button', { name: 'Documents inside: 2' })).toBeVisible();
  await console.result.getByRole('button', { name: 'Find in response' }).press('Enter');
  await page.keyboard.type('Notification');
  await expect(console.result.locator('[data-mark="current"]').first()).toBeVisible();
  await page.keyboard.press('Shift+Alt+;');
  await expect(window.locator('.view-lines')).toContainText('"Type": "Notification"');
  await page.keyboard.press('Escape');
  await expect(window).toBeHidden();
}
