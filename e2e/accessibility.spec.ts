import AxeBuilder from '@axe-core/playwright';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

for (const size of sizes) {
  test(`axe finds nothing at ${size.width} px in either theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    const console = new ConsolePage(page);
    await console.open();
    await expectNoViolation(console);
    await console.chooseFunction('throws');
    await console.invoke();
    for (const tab of ['Response', 'Log', 'Attempts', 'Request', 'Headers']) {
      await console.showTab(tab);
      await expectNoViolation(console, 'section[aria-label="Result"]');
    }
    for (const keys of [
      'ControlOrMeta+/',
      'Shift+Alt+,',
      'ControlOrMeta+k',
      'ControlOrMeta+s',
      'ControlOrMeta+u',
    ]) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await expectNoViolation(console, '[role="dialog"]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.keyboard.press('Shift+Alt+H');
    await expectNoViolation(console, '[data-pane="left"]');
    await page.keyboard.press('Shift+Alt+G');
    await page.getByText('More options').click();
    await expectNoViolation(console, '.request-panel-form');
    await page.getByRole('button', { name: /^Connection/ }).click();
    await page.getByRole('dialog', { name: 'Connections' }).waitFor();
    await expectNoViolation(console, '[role="dialog"]');
  });
}

test('a whole round by the keyboard alone', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await tabTo(console, 'Function');
  await page.keyboard.type('echo');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('success');
  await page.keyboard.press('F6');
  const inResult = () => page.evaluate(() => document.activeElement?.closest('[data-pane="right"]') !== null);
  await expect.poll(inResult).toBe(true);
  await page.keyboard.press('F6');
  await expect.poll(inResult).toBe(false);
});

async function tabTo(console: ConsolePage, name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await console.page.keyboard.press('Tab');
    const focused = await console.page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
    });
    if (focused === name) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

/**
 * The whole page with its editor costs axe seconds, so that is done once and its parts after that. The light theme
 * differs in colours alone.
 */
async function expectNoViolation({ page }: ConsolePage, part = 'html'): Promise<void> {
  // Without other frames there is nothing to put together in a page of its own.
  const axe = () => new AxeBuilder({ page }).include(part).setLegacyMode();
  const dark = await axe().analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const light = await axe().withRules('color-contrast').analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const found = [...dark.violations, ...light.violations].map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.map(({ html }) => html),
  }));
  expect(found).toEqual([]);
}
