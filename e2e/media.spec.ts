import type { Locator, Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { holdInvocations } from './more-ways.ts';

test('with reduced motion nothing moves, and a run still shows that it goes on', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const console = new ConsolePage(page);
  await console.open();
  await holdInvocations(page);
  await console.chooseFunction('echo');
  await console.invokeButton.click();
  await expect(console.result.locator('.spinner')).toBeVisible();
  expect(await movingProperties(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+/');
  await page.getByRole('dialog').waitFor();
  expect(await movingProperties(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await console.stopButton.click();
  await console.expectOutcome('cancelled');
});

test('with forced colours what is chosen and what has the focus can be told by lines', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const console = new ConsolePage(page);
  await console.open();
  await page.getByRole('button', { name: 'echo', exact: true }).click();
  await console.pastePayload('{"a":[1,2]}');
  await console.invoke();
  const segment = (name: string) => page.locator('.segmented-option').filter({ hasText: name });
  expect(await lines(segment('RequestResponse'))).not.toBe(await lines(segment('DryRun')));
  const row = (name: string) => page.getByRole('button', { name, exact: true });
  expect(await lines(row('echo'))).not.toBe(await lines(row('hello')));
  const wrap = console.result.getByRole('button', { name: 'Wrap lines' });
  const before = await lines(wrap);
  await wrap.click();
  expect(await lines(wrap)).not.toBe(before);
  const underline = (name: RegExp) =>
    console.result
      .getByRole('tab', { name })
      .evaluate(
        (tab) => getComputedStyle(tab, '::after').backgroundColor + getComputedStyle(tab, '::after').content,
      );
  expect(await underline(/^Response/)).not.toBe(await underline(/^Log/));
  await page.keyboard.press('Shift+Alt+Digit2');
  await expect(console.result.getByRole('tab', { name: /^Log/ })).toBeFocused();
  expect(await lines(console.result.getByRole('tab', { name: /^Log/ }))).toContain('solid');
  await page.keyboard.press('Shift+Alt+P');
  expect(await lines(page.locator('[data-editor] .cursor').first())).toContain('2px solid');
});

/** WCAG 1.4.4 and 1.4.10: 200 % of 1440 x 900, 400 % of 1280 x 1024. */
const zoomed = [
  { width: 720, height: 450 },
  { width: 320, height: 256 },
] as const;

test('zoomed to 200 % and to 400 % nothing needs a sideways scroll and all can be reached', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await page.setViewportSize(zoomed[0]);
  await console.open();
  for (const size of zoomed)
    await test.step(`${size.width} x ${size.height}`, () => expectReachable(console, size));
});

async function expectReachable(console: ConsolePage, size: { width: number; height: number }): Promise<void> {
  const { page } = console;
  await page.keyboard.press('Shift+Alt+G');
  await page.setViewportSize(size);
  await console.chooseFunction('throws');
  await expectNoSidewaysScroll(page);
  await page.getByText('More options').click();
  await expectNoSidewaysScroll(page);
  const editor = await page.locator('[data-editor="ready"]').boundingBox();
  expect(editor?.height).toBeGreaterThan(100);
  await console.invoke();
  for (const tab of ['Response', 'Log', 'Attempts', 'Request', 'Headers']) {
    await console.showTab(tab);
    await expectNoSidewaysScroll(page);
    const panel = await console.result.getByRole('tabpanel').boundingBox();
    expect(panel?.height, tab).toBeGreaterThan(100);
  }
  for (const keys of ['ControlOrMeta+/', 'Shift+Alt+,', 'ControlOrMeta+s']) {
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const box = await dialog.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.keyboard.press('Shift+Alt+G');
  await page.getByText('More options').click();
}

/** What any animation or transition under way changes, opacity apart. */
async function movingProperties(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0)
      .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
      .flatMap((frame) => Object.keys(frame))
      .filter((name) => !['offset', 'computedOffset', 'easing', 'composite', 'opacity'].includes(name)),
  );
}

async function lines(place: Locator): Promise<string> {
  return place.evaluate((element) => {
    const { borderInlineStart, borderBlockStart, outline } = getComputedStyle(element);
    return [borderInlineStart, borderBlockStart, outline].join(' | ');
  });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
}
