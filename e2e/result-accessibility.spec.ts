import AxeBuilder from '@axe-core/playwright';
import { answerInvokes } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { badge, orderLog } from './screens/result-samples.ts';

for (const colorScheme of ['dark', 'light'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing in any view of a result at ${width} px in ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 850 });
      const console = new ConsolePage(page);
      const headers = { 'content-type': 'image/svg+xml', 'x-cache': 'miss' };
      const answer = { statusCode: 200, headers, body: badge, more: { list: [1, null, 'x'] } };
      await answerInvokes(page, { body: JSON.stringify(answer), log: orderLog });
      await console.open();
      await console.chooseFunction('echo');
      await console.invoke();
      for (const view of ['Tree', 'HTTP', 'Hex', 'Raw']) {
        await console.showView(view);
        await expectNoViolation(console);
      }
      await page.getByRole('button', { name: 'Find in response' }).click();
      await page.keyboard.type('cache');
      await expectNoViolation(console);
      await console.showTab('Log');
      for (const fold of await console.result.locator('summary').all()) await fold.click();
      await expectNoViolation(console);
      await console.showTab('Request');
      for (const fold of await console.result.locator('summary').all()) await fold.click();
      await expectNoViolation(console);
    });
  }
}

test('axe finds nothing in a stream, nor in a comparison of signatures', async ({ page }) => {
  test.slow();
  const console = new ConsolePage(page);
  await page.route('**/connection.json', async (route) => {
    const answer = await route.fetch();
    const connection = (await answer.json()) as { credentials: { secretAccessKey: string } };
    if (wrongSecret) connection.credentials.secretAccessKey = 'not-the-secret-of-this-key';
    await route.fulfill({ response: answer, json: connection });
  });
  let wrongSecret = false;
  await console.open();
  await console.chooseFunction('stream');
  await console.pastePayload('{"chunks":40,"pauseMs":100}');
  await page.getByRole('switch', { name: 'Stream response' }).click();
  await console.invokeButton.click();
  await expect(page.getByRole('button', { name: 'Pause view' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause view' }).click();
  await expectNoViolation(console);
  await console.stopButton.click();
  await console.expectOutcome('cancelled');
  wrongSecret = true;
  await console.open();
  await console.invokeButton.click();
  await page.getByRole('button', { name: 'Compare the signatures' }).click();
  await expectNoViolation(console);
});

async function expectNoViolation(console: ConsolePage): Promise<void> {
  const { violations } = await new AxeBuilder({ page: console.page })
    .include('section[aria-label="Result"]')
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
  expect(found).toEqual([]);
}
