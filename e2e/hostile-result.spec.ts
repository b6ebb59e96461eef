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

/** In two stories, as two workers share them. Each answer comes to a draft of its own. */
for (const half of [0, 1]) {
  const some = responses.filter((_item, index) => index % 2 === half);
  test(`shown as text that does nothing: ${some.map(({ id }) => id).join(', ')}`, async ({ page }) => {
    test.slow();
    const console = new ConsolePage(page);
    await page.addInitScript(() => {
      window.alert = () => Object.assign(window, { __pwned: 1 });
    });
    await console.open();
    for (const item of some) await test.step(item.id, () => expectHarmless(console, item));
  });
}

async function expectHarmless(console: ConsolePage, item: HostileItem): Promise<void> {
  const { page } = console;
  const body = bodyOf(item);
  await page.unrouteAll();
  await answerInvokes(page, {
    body,
    ...(item.status === undefined ? {} : { status: item.status }),
    headers: { ...item.headers, ...(item.contentType ? { 'content-type': item.contentType } : {}) },
  });
  await page.keyboard.press('Shift+Alt+N');
  await expect(console.result).toHaveAttribute('data-state', 'idle');
  await console.chooseFunction('echo');
  await console.pastePayload('{}');
  await console.invoke();
  if (body !== '') await expect(console.response).toHaveText(new RegExp(escaped(body.trim().slice(0, 40))));
  if (await console.result.getByRole('radio', { name: 'Tree', exact: true }).count()) {
    await console.showView('Tree');
    await expect(page.getByRole('tree', { name: 'Response tree' })).toBeVisible();
    expect(await page.getByRole('treeitem').count()).toBeLessThan(200);
  }
  // A key that every object has is shown as any other.
  if (item.id === 'res-proto')
    await expect(page.getByRole('treeitem').filter({ hasText: '__proto__' })).toBeVisible();
  expect(await console.result.locator('script, iframe, img, a').count()).toBe(0);
  expect(await page.evaluate(() => Object.hasOwn(window, '__pwned'))).toBe(false);
  expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false);
  expect(await page.title()).toMatch(/^Invoke Console/);
}

function bodyOf(item: HostileItem): string {
  if (typeof item.input === 'string') return item.input;
  return generated({ ...nothing, ...item.generator });
}

const nothing = { type: '', prefix: '', unit: '', count: 0, suffix: '', open: '', close: '', depth: 0 };

function generated({ type, prefix, unit, count, suffix, open, close, depth }: typeof nothing): string {
  return type === 'nest' ? open.repeat(depth) + close.repeat(depth) : prefix + unit.repeat(count) + suffix;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s+/g, '\\s*');
}
