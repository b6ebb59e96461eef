import { ConsolePage } from './console-page.ts';
import { expect } from './fixtures.ts';
import { test } from './gated-stream.ts';

const text = (console: ConsolePage) => console.result.getByRole('region', { name: 'Response text' });

test('chunks show as they come, the view can be paused, and the whole is there at the end', async ({
  page,
  gatedStream,
}) => {
  const console = new ConsolePage(page);
  await page.goto(gatedStream.pageUrl);
  await console.chooseFunction('stream');
  await page.getByRole('switch', { name: 'Stream response' }).press('Space');
  await console.invokeButton.click();
  await expect(text(console)).toContainText('chunk 2 of 20');
  await expect(console.result).toHaveAttribute('data-state', 'running');
  await page.getByRole('button', { name: 'Pause view' }).click();
  const paused = await text(console).textContent();
  await gatedStream.passBehind(2);
  // Pieces that are written close together may come as one.
  await expect(console.result).toContainText(/(?<!\d)([3-9]|1[0-2]) chunks/);
  expect(await text(console).textContent()).toBe(paused);
  await page.getByRole('button', { name: 'Resume view' }).click();
  await expect(text(console)).toContainText('chunk 12 of 20');
  await gatedStream.passBehind(12);
  await console.expectOutcome('success');
  await expect(text(console)).toContainText('chunk 20 of 20');
  await expect(console.result).toContainText(/(?<!\d)([4-9]|1\d|20) chunks/);
  expect(Number(await console.value('first-byte'))).toBeGreaterThan(0);
  expect(Number(await console.value('first-byte'))).toBeLessThan(Number(await console.value('round-trip')));
  await expect(console.log).toContainText('REPORT RequestId:');
  expect(await console.value('executed-version')).toBe('$LATEST');
});

test('the HTTP response behind a prelude is split from it; a stream that fails after its first bytes shows what came and why it failed, also after a reload', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('stream');
  await page.getByRole('switch', { name: 'Stream response' }).click();
  await test.step('the HTTP response behind a prelude is split from it', () => splitFromPrelude(console));
  await console.pastePayload('{"chunks":5,"pauseMs":20,"failAfter":2}');
  await console.invoke();
  await console.expectOutcome('function-error');
  await expect(text(console)).toContainText('chunk 2 of 5');
  const detail = console.result.getByRole('region', { name: 'Function error' });
  await expect(detail).toContainText('stopped after 2 chunks');
  await expect(detail.getByRole('listitem').first()).toBeVisible();
  await expect(console.invokeButton).toBeVisible();
  await page.reload();
  await console.expectOutcome('function-error');
  await expect(console.result).toContainText('2 chunks');
  await expect(detail).toContainText('stopped after 2');
});

async function splitFromPrelude(console: ConsolePage): Promise<void> {
  await console.pastePayload('{"chunks":3,"pauseMs":20,"http":true}');
  await console.invoke();
  await console.expectOutcome('success');
  const body = console.result.getByRole('region', { name: 'HTTP body' });
  await expect(body).toContainText('chunk 3 of 3');
  await expect(body).not.toContainText('statusCode');
  await expect(console.result.getByRole('group', { name: 'HTTP headers' })).toContainText('text/plain');
  await console.showView('Raw');
  await expect(text(console)).toContainText('"statusCode":200');
}
