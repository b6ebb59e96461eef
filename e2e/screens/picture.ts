import type { Page } from 'playwright/test';
import { ConsolePage } from '../console-page.ts';
import { test } from '../fixtures.ts';

/** Prepares a state; it leaves the page as it should be photographed. */
export type Prepare = (console: ConsolePage) => Promise<void>;

const sizes = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 768 },
  { name: '768', width: 768, height: 1024 },
  { name: '390', width: 390, height: 844 },
] as const;

/** One picture of each state at every size in both themes. */
export function photograph(states: Record<string, Prepare>): void {
  for (const theme of ['dark', 'light'] as const) {
    for (const { name: size, ...viewport } of sizes) {
      for (const [state, prepare] of Object.entries(states)) {
        test(`${state} ${size} ${theme}`, async ({ page }) => {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          const console = new ConsolePage(page);
          await console.open();
          await prepare(console);
          await picture(page, `docs/screens/${state}-${size}-${theme}.png`);
        });
      }
    }
  }
}

export async function picture(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
}

/** A file for the payload, byte for byte. */
export function jsonOfBytes(count: number): Buffer {
  return Buffer.from(`"${'x'.repeat(count - 2)}"`);
}
