// @ts-check
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';

/** Everything before the first build: `node scripts/setup.mjs`, with `--browser` also what the tests need. */
requireNode();
const root = fileURLToPath(new URL('..', import.meta.url));
try {
  await ensureInstalled(root);
  if (process.argv.includes('--browser')) process.stdout.write(`${await ensureBrowser(root)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
