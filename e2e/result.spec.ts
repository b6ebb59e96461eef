import { readFile } from 'node:fs/promises';
import { answerInvokes } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

async function invoke(console: ConsolePage, name: string, payload: string): Promise<void> {
  await console.chooseFunction(name);
  await console.pastePayload(payload);
  await console.invoke();
}

const clipboard = (console: ConsolePage): Promise<string> =>
  console.page.evaluate(() => navigator.clipboard.readText());

async function savedBytes(console: ConsolePage, press: () => Promise<void>): Promise<Buffer> {
  const download = console.page.waitForEvent('download');
  await press();
  return readFile(await (await download).path());
}

test('a response is copied and saved byte for byte, whichever way it is looked at', async ({ page }) => {
  const console = new ConsolePage(page);
  const body = '\uFEFF{"id":12345678901234567890,\r\n "a":1.10, "a":"\\u00e9é🚀"}\n';
  await answerInvokes(page, { body });
  await console.open();
  await invoke(console, 'echo', '{}');
  await expect(console.result.getByRole('region', { name: 'Response text' })).toContainText(
    '12345678901234567890',
  );
  await page.getByRole('button', { name: 'Copy response', exact: true }).click();
  await expect.poll(() => clipboard(console)).toBe(body);
  const saved = await savedBytes(console, () =>
    page.getByRole('button', { name: 'Save response as a file' }).click(),
  );
  expect(saved.equals(Buffer.from(body))).toBe(true);
  await page.getByRole('button', { name: 'More ways to copy' }).click();
  await page.getByRole('menuitem', { name: 'Copy as base64' }).click();
  await expect.poll(() => clipboard(console)).toBe(Buffer.from(body).toString('base64'));
});

test('6 MB in one line and in half a million lines are shown in rows, and taken along exactly', async ({
  page,
}) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  const oneLine = JSON.stringify(Array.from({ length: 480_000 }, (_none, index) => index * 7));
  for (const body of [oneLine, oneLine.replaceAll(',', ',\n')]) {
    await page.unrouteAll();
    await answerInvokes(page, { body });
    await invoke(console, 'echo', '{}');
    const text = console.result.getByRole('region', { name: 'Response text' });
    // As it came: the pretty text takes its place when the worker is through, and begins at its own top.
    await console.showView('Raw');
    await text.press('End');
    await expect(text).toContainText('3359993');
    expect(await console.result.locator('[data-row]').count()).toBeLessThan(100);
    await page.getByRole('button', { name: 'Copy response', exact: true }).click();
    await expect.poll(async () => (await clipboard(console)) === body).toBe(true);
    const saved = await savedBytes(console, () =>
      page.getByRole('button', { name: 'Save response as a file' }).click(),
    );
    expect(saved.equals(Buffer.from(body))).toBe(true);
  }
});

test('how a run ended is announced once, and the focus stays where it was', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{}');
  await page.evaluate(() => {
    const region = document.querySelector('section[aria-label="Result"] > [role="status"]');
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(region?.textContent ?? '')).observe(region ?? document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console.result).toHaveAttribute('data-state', 'done');
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toHaveLength(2);
  expect(said[0]).toBe('Invoking echo');
  expect(said[1]).toMatch(/^echo: Succeeded, status 200, [\d.]+ m?s$/);
  const focused = await page.evaluate(() => document.activeElement?.closest('[data-editor]') !== null);
  expect(focused).toBe(true);
});

test('a response is looked through and walked by keys, and its picture is drawn without its scripts', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('a text is looked through by keys alone', async () => {
    await invoke(console, 'echo', '{"needle":"Needle","again":"needles"}');
    await page.getByRole('button', { name: 'Find in response' }).click();
    const field = page.getByRole('searchbox', { name: 'Find in response text' });
    await expect(field).toBeFocused();
    await page.keyboard.type('needle');
    await expect(console.result).toContainText('1 of 3');
    await page.keyboard.press('Enter');
    await expect(console.result).toContainText('2 of 3');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(console.result).toContainText('3 of 3');
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
  });
  await test.step('a tree gives path and value', async () => {
    await page.unrouteAll();
    await answerInvokes(page, { body: '{"orders":[{"total":1.10}]}' });
    await invoke(console, 'echo', '{}');
    await console.showView('Tree');
    const tree = page.getByRole('tree', { name: 'Response tree' });
    await tree.focus();
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'Copy path' }).click();
    await expect.poll(() => clipboard(console)).toBe('$.orders[0].total');
    await page.getByRole('button', { name: 'Copy value' }).click();
    await expect.poll(() => clipboard(console)).toBe('1.10');
  });
  await test.step('a picture behind a proxy answer is drawn without its scripts', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="6" onload="parent.__pwned=1"><script>parent.__pwned=1</script><image href="https://evil.example/x.png"/></svg>';
    const answer = {
      statusCode: 200,
      headers: { 'Content-Type': 'image/svg+xml' },
      body: Buffer.from(svg).toString('base64'),
      isBase64Encoded: true,
    };
    await page.unrouteAll();
    await answerInvokes(page, { body: JSON.stringify(answer) });
    await invoke(console, 'echo', '{}');
    await console.showView('HTTP');
    await expect(console.result).toContainText('10 × 6 px');
    const saved = await savedBytes(console, () =>
      page.getByRole('button', { name: 'Save body as a file' }).click(),
    );
    expect(saved.toString()).toBe(svg);
    expect(await page.evaluate(() => Object.hasOwn(window, '__pwned'))).toBe(false);
  });
});

test('attempts, limits, hidden headers and what the browser may have sent by itself are named', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('every attempt shows its phases, and a throttled run says which limit it met', async () => {
    await invoke(console, 'faults', '{"fault":"throttle"}');
    await console.expectOutcome('rejected');
    await console.showTab('Attempts');
    const attempts = console.result.getByRole('group', { name: 'Attempts' });
    await expect(attempts.getByRole('listitem').filter({ hasText: '429' })).toHaveCount(3);
    await expect(attempts).toContainText('Sent, to the first byte');
    await expect(attempts).toContainText('Back-off');
  });
  await test.step('headers that CORS hides are named with what stands in for them', async () => {
    await invoke(console, 'hello', '{}');
    await console.showTab('Headers');
    const hidden = console.result.getByText('x-amz-executed-version').locator('..');
    await expect(hidden).toContainText('$LATEST, from the START line of the log tail.');
  });
  await test.step('after a lost connection it is said what the browser may have sent by itself', async () => {
    await page.route('**/invocations*', (route) =>
      route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
    );
    await invoke(console, 'hello', '{}');
    await console.expectOutcome('unknown');
    await console.showTab('Attempts');
    await expect(console.result).toContainText('Chromium sends the request once more by itself');
  });
});

test('a wrong secret is found out by comparing what both sides hashed', async ({ page }) => {
  const console = new ConsolePage(page);
  await page.route('**/connection.json', async (route) => {
    const answer = await route.fetch();
    const connection = (await answer.json()) as { credentials: { secretAccessKey: string } };
    connection.credentials.secretAccessKey = 'not-the-secret-of-this-key';
    await route.fulfill({ response: answer, json: connection });
  });
  await console.open();
  await invoke(console, 'hello', '{}');
  await console.expectOutcome('rejected');
  expect(await console.value('error-code')).toBe('InvalidSignatureException');
  await page.getByRole('button', { name: 'Compare the signatures' }).click();
  const comparison = console.result.getByRole('region', { name: 'Signature comparison' });
  await expect(comparison).toContainText('Both sides hashed the same text');
  await expect(comparison.getByRole('row', { name: /^payload hash/ })).toBeVisible();
  await expect(comparison.locator('[data-state="differs"]')).toHaveCount(0);
});
