import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

/** Every request of a page to the invoke API. */
function invocations(page: Page): string[] {
  const seen: string[] = [];
  page.context().on('request', (request) => {
    if (/\/20\d\d-\d\d-\d\d\//.test(request.url()) && request.method() === 'POST') seen.push(request.url());
  });
  return seen;
}

function linkOf(preset: object): string {
  const document = { format: 'invoke-console/presets', version: 1, presets: [preset] };
  return `/#p=1.${deflateRawSync(JSON.stringify(document)).toString('base64url')}`;
}

/** Waits for the page behind the window, so that all that a start reads has been asked for. */
async function openLink(page: Page, link: string) {
  await page.goto(link);
  const preview = page.getByRole('dialog', { name: 'Shared preset' });
  await expect(preview).toBeVisible();
  return preview;
}

test('a link carries a draft to another page: previewed, opened, and nothing sent', async ({
  page,
  context,
}) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('echo');
  await consolePage.pastePayload('{"n": 1.0}');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(page.getByText('Link copied.')).toBeVisible();
  const url = await link.inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).map(({ types }) => types));
  expect(kinds).toEqual([['text/plain']]);

  const other = await context.newPage();
  const sent = invocations(other);
  const preview = await openLink(other, url);
  await expect(preview).toContainText('echo');
  await expect(preview).toContainText('{"n": 1.0}');
  expect(new URL(other.url()).hash).toBe('');
  await preview.getByRole('button', { name: 'Open as draft' }).click();
  await expect(other.getByRole('combobox', { name: 'Function' })).toHaveValue('echo');
  expect(sent).toEqual([]);
});

test('a link with a passphrase opens with it alone', async ({ page, context }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('echo');
  await page.keyboard.press('ControlOrMeta+u');
  await page.getByLabel('Passphrase').fill('correct horse');
  await page.getByRole('button', { name: 'Make encrypted link' }).click();
  await expect(page.getByText('Only the passphrase opens this link.')).toBeVisible();
  const url = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(url).toContain('#p=1e.');

  const other = await context.newPage();
  const preview = await openLink(other, url);
  await preview.getByLabel('Passphrase').fill('wrong');
  await preview.getByRole('button', { name: 'Unlock' }).click();
  await expect(preview).toContainText('The passphrase is wrong');
  await preview.getByLabel('Passphrase').fill('correct horse');
  await preview.getByRole('button', { name: 'Unlock' }).click();
  await expect(preview).toContainText('echo');
});

test('what looks like a secret is shown before a link is made, and can be masked', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.pastePayload('{"key": "AKIAIOSFODNN7EXAMPLE"}');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('AWS access key ID in')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
  await page.getByRole('button', { name: 'Mask' }).click();
  const url = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.goto('about:blank');
  const preview = await openLink(page, url);
  await expect(preview).toContainText('********************');
  await expect(preview).not.toContainText('AKIA');
});

test('a hostile link is text: no script, no request, nothing stored or replaced', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  const html = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
  const sent = invocations(page);
  await page.goto('about:blank');
  const preview = await openLink(
    page,
    linkOf({
      name: `${html}\u202eevil`,
      description: `${html} ![x](https://evil.example/p.gif)`,
      request: { functionName: 'echo', payload: html, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
      target: { region: 'us-east-1', endpoint: 'https://lambda.us-east-1.amazonaws.com.evil.example' },
      profile: { production: false },
    }),
  );
  await expect(preview).toContainText(`${html}⟨U+202E⟩evil`);
  await expect(preview).toContainText('https://lambda.us-east-1.amazonaws.com.evil.example');
  await expect(preview).toContainText('request.accessKeyId');
  await preview.getByRole('button', { name: 'Discard' }).click();
  await expect(consolePage.functionBox).toHaveValue('hello');
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
  expect(sent).toEqual([]);
  expect(await storedPresets(page)).toBe(0);
});

function storedPresets(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('invoke-console');
        opening.addEventListener('error', () => reject(new Error('The database does not open.')));
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('presets').objectStore('presets').count();
          counting.addEventListener('success', () => resolve(counting.result));
        });
      }),
  );
}
