import type { Page } from 'playwright/test';
import { answerInvokes } from './answers.ts';
import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect } from './fixtures.ts';
import { test } from './gated-stream.ts';
import { badge, orderLog } from './screens/result-samples.ts';

const widths = [1440, 1024, 390];

test('axe finds nothing in any view of a response at any width in either theme', async ({ page }) => {
  test.slow();
  const console = await openResult(page);
  await atEachWidth(page, async () => {
    for (const view of ['Tree', 'HTTP', 'Hex', 'Raw']) {
      await console.showView(view);
      await expectNoViolation(page, panel);
    }
    await page.getByRole('button', { name: 'Find in response' }).click();
    await page.keyboard.type('cache');
    await expectNoViolation(page, panel);
    await page.keyboard.press('Escape');
  });
});

test('axe finds nothing in the other views of a result at any width in either theme', async ({ page }) => {
  test.slow();
  const console = await openResult(page);
  await atEachWidth(page, async () => {
    for (const tab of ['Log', 'Attempts', 'Request', 'Headers']) {
      await console.showTab(tab);
      await console.result.locator('details').evaluateAll((folds) => {
        for (const fold of folds) if (fold instanceof HTMLDetailsElement) fold.open = true;
      });
      await expectNoViolation(page, panel);
    }
  });
});

/** One result, made narrower. A narrow page shows the pane that has the focus. */
async function atEachWidth(page: Page, check: () => Promise<void>): Promise<void> {
  for (const width of widths) {
    await test.step(`at ${width} px`, async () => {
      await page.keyboard.press('Shift+Alt+R');
      await page.setViewportSize({ width, height: 850 });
      await check();
    });
  }
}

async function openResult(page: Page): Promise<ConsolePage> {
  const console = new ConsolePage(page);
  const headers = { 'content-type': 'image/svg+xml', 'x-cache': 'miss' };
  const answer = { statusCode: 200, headers, body: badge, more: { list: [1, null, 'x'] } };
  await answerInvokes(page, { body: JSON.stringify(answer), log: orderLog });
  await console.open();
  await console.chooseFunction('echo');
  await console.invoke();
  return console;
}

const panel = 'section[aria-label="Result"] [role="tabpanel"]';

test('axe finds nothing in a stream, nor in a comparison of signatures', async ({ page, gatedStream }) => {
  test.slow();
  const console = new ConsolePage(page);
  await page.route('**/connection.json', async (route) => {
    const answer = await route.fetch();
    const connection = (await answer.json()) as { credentials: { secretAccessKey: string } };
    if (wrongSecret) connection.credentials.secretAccessKey = 'not-the-secret-of-this-key';
    await route.fulfill({ response: answer, json: connection });
  });
  let wrongSecret = false;
  await page.goto(gatedStream.pageUrl);
  await console.chooseFunction('stream');
  await page.getByRole('switch', { name: 'Stream response' }).press('Space');
  await console.invokeButton.click();
  await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause view' }).click();
  await expectNoViolation(page, 'section[aria-label="Result"]');
  await console.stopButton.click();
  await console.expectOutcome('cancelled');
  wrongSecret = true;
  await page.reload();
  await console.invokeButton.click();
  await page.getByRole('button', { name: 'Compare the signatures' }).click();
  await expectNoViolation(page, 'section[aria-label="Result"]');
});
