import { findBrowser } from '../scripts/browser.mjs';

/**
 * The Chromium that tests run in: the one that `npm test` has found or installed, or an installed one; without
 * any, Playwright uses its own.
 */
export function chromiumPath(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? findBrowser();
}

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
