import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test('a sample event is found, filled in, used and sent by keys alone, and undo brings the old payload back', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"mine":1.50}');
  await page.keyboard.press('Shift+Alt+Period');
  await page.keyboard.type('s3 put');
  const samples = page.getByRole('dialog', { name: 'Sample events' });
  await expect(samples.getByRole('option', { name: 'Object created, put' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expectNoViolation(page, '[role="dialog"]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('returns');
  await page.keyboard.press('Enter');
  await expect(samples).toBeHidden();
  await expect(page.getByRole('button', { name: 'Event type S3 · Notification' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Payload' })).toBeFocused();

  const arrived = page.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/invocations'));
  await console.invoke();
  const sent = (await arrived).postData() ?? '';
  expect(JSON.parse(sent)).toMatchObject({ Records: [{ s3: { bucket: { name: 'returns' } } }] });
  await expect(console.response).toContainText('arn:aws:s3:::returns');

  await page.getByRole('textbox', { name: 'Payload' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.view-lines')).toHaveText('{"mine":1.50}');
  await page.getByRole('button', { name: 'Sample events' }).click();
  await page.keyboard.type('s3 put');
  await expect(samples.getByRole('textbox', { name: 'Bucket' })).toHaveValue('returns');
});
