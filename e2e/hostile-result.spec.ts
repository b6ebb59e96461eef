import { answerInvokes } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import hostile from '../tests/vectors/hostile.json' with { type: 'json' };

interface HostileItem {
  id: string;
  kind: string;
  input: unknown;
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  generator?: {
    type: string;
    prefix?: string;
    unit?: string;
    count?: number;
    suffix?: string;
    open?: string;
    close?: string;
    depth?: number;
  };
}

const items = hostile.items as unknown as HostileItem[];
// A redirect never reaches the page as an answer: reliability.spec.ts has the lost connection it looks like.
const responses = items.filter(({ kind, status }) => kind === 'response' && status !== 302);

for (const item of responses) {
  test(`${item.id} is shown as text that does nothing`, async ({ page }) => {
    test.slow();
    const console = new ConsolePage(page);
    await page.addInitScript(() => {
      window.alert = () => Object.assign(window, { __pwned: 1 });
    });
    const body = bodyOf(item);
    await answerInvokes(page, {
      body,
      ...(item.status === undefined ? {} : { status: item.status }),
      headers: { ...item.headers, ...(item.contentType ? { 'content-type': item.contentType } : {}) },
    });
    await console.open();
    const title = /^Invoke Console/;
    await console.chooseFunction('echo');
    await console.pastePayload('{}');
    await console.invoke();
    if (body !== '') await expect(console.response).toHaveText(new RegExp(escaped(body.trim().slice(0, 40))));
    if (await console.result.getByRole('radio', { name: 'Tree', exact: true }).count()) {
      await console.showView('Tree');
      await expect(page.getByRole('tree', { name: 'Response tree' })).toBeVisible();
      expect(await page.getByRole('treeitem').count()).toBeLessThan(200);
    }
    expect(await console.result.locator('script, iframe, img, a').count()).toBe(0);
    expect(await page.evaluate(() => Object.hasOwn(window, '__pwned'))).toBe(false);
    expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false);
    expect(await page.title()).toMatch(title);
  });
}

test('the tree shows a key that every object has', async ({ page }) => {
  const console = new ConsolePage(page);
  await answerInvokes(page, { body: bodyOf(items.find(({ id }) => id === 'res-proto')) });
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{}');
  await console.invoke();
  await console.showView('Tree');
  await expect(page.getByRole('treeitem').filter({ hasText: '__proto__' })).toBeVisible();
});

function bodyOf(item: HostileItem | undefined): string {
  if (typeof item?.input === 'string') return item.input;
  return generated({ ...nothing, ...item?.generator });
}

const nothing = { type: '', prefix: '', unit: '', count: 0, suffix: '', open: '', close: '', depth: 0 };

function generated({ type, prefix, unit, count, suffix, open, close, depth }: typeof nothing): string {
  return type === 'nest' ? open.repeat(depth) + close.repeat(depth) : prefix + unit.repeat(count) + suffix;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s+/g, '\\s*');
}
