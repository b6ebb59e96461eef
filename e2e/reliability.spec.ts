import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { holdInvocations } from './more-ways.ts';

/** Every record of every store, as one text. */
function storageDump(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = indexedDB.open('invoke-console');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error ?? new Error('cannot open'));
    });
    const texts: string[] = [];
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      texts.push(
        JSON.stringify(all.result, (_key, value: unknown) =>
          value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
        ),
      );
    }
    db.close();
    return `${texts.join('\n')}\n${JSON.stringify(localStorage)}\n${JSON.stringify(sessionStorage)}`;
  });
}

test('a run is recorded before the send, and one cut off by a reload shows as outcome unknown', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await holdInvocations(page);
  await console.chooseFunction('echo');
  await console.invokeButton.click();
  await expect(console.stopButton).toBeVisible();
  await expect.poll(() => storageDump(page)).toContain('"state":"sending"');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(console.functionBox).toHaveValue('echo');
  await console.expectOutcome('unknown');
  await expect(console.result).toContainText('cut off');
  await expect.poll(() => storageDump(page)).toContain('"state":"interrupted"');
});

test('a finished run is completed in the history without a secret, and its result is there after a reload', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"kept":"42.0"}');
  await console.invoke();
  await expect.poll(() => storageDump(page)).toContain('"state":"done"');
  const secret = await page.evaluate(async () => {
    const answer: unknown = await (await fetch('connection.json')).json();
    return (answer as { credentials: { secretAccessKey: string } }).credentials.secretAccessKey;
  });
  const dump = await storageDump(page);
  expect(dump).not.toContain(secret);
  expect(dump).not.toMatch(/Signature=[\da-f]{64}/);
  await page.reload();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('42.0');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('button', { name: /echo/ }).first()).toBeVisible();
});

test('a held Ctrl+Enter sends once, so does a double click, and Stop waiting answers at once', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/invocations')) sent += 1;
  });
  await console.open();
  await console.chooseFunction('echo');
  let letGo = await holdInvocations(page);
  await page.keyboard.down('Control');
  for (let press = 0; press < 6; press += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.up('Control');
  letGo();
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('success');
  expect(sent).toBe(1);
  letGo = await holdInvocations(page);
  await console.invokeButton.dblclick();
  letGo();
  await expect(console.result).toHaveAttribute('data-run', '2');
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('success');
  expect(sent).toBe(2);
  await test.step('Stop waiting answers at once and says that Lambda goes on', async () => {
    await holdInvocations(page);
    await console.invokeButton.click();
    await expect(console.result).toContainText('Waiting for the first byte');
    await console.stopButton.click();
    await console.expectOutcome('cancelled');
    await expect(console.result).toContainText('Lambda goes on');
    expect(await console.value('may-have-run')).toBe('unknown');
  });
});

test('a lost connection is an unknown outcome, sent once and never again by itself', async ({ page }) => {
  const console = new ConsolePage(page);
  let sent = 0;
  await page.route('**/invocations*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    return route.abort('connectionreset');
  });
  await console.open();
  await console.chooseFunction('hello');
  await console.invoke();
  await console.expectOutcome('unknown');
  expect(await console.value('may-have-run')).toBe('unknown');
  await page.evaluate(() => {
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
  });
  await expect(console.result).toHaveAttribute('data-run', '1');
  expect(sent).toBe(1);
});

test('the parts of the editor come late in any order, and nothing typed, no mark and no key is lost', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  const releaseEditor = await hold(page, '**/code-editor-*.js');
  const releaseWorker = await hold(page, '**/json.worker-*.js');
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Payload' }).pressSequentially('{"early":1}');
  await expect(console.invokeButton).toBeVisible();
  releaseEditor();
  await expect(console.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
  await page.keyboard.type(' ');
  await expect(page.locator('.view-lines .mtk1, .view-lines [class^="mtk"]').first()).toBeVisible();
  await console.chooseFunction('echo');
  const request = page.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/invocations'));
  await console.invoke();
  expect((await request).postData()).toBe('{"early":1} ');

  // Monaco's own marks are found in the worker, which has not come yet.
  await console.pastePayload('{"late":}');
  const marks = page.locator('.squiggly-error');
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('button')).toHaveText([/^1:9/]);
  await expect(marks).toHaveCount(0);
  releaseWorker();
  await expect(marks.first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Enter');
  await console.expectOutcome('success');
});

/** Keeps a part of the page back until it is let go. */
async function hold(page: Page, part: string): Promise<() => void> {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(part, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}
