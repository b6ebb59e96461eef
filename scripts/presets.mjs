// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
const { fileURLToPath } = await import('node:url');
const { prepare } = await import('./prepare.mjs');

/** `npm run presets -- run DIR|FILE`: presets as a pipeline runs them. */
const root = fileURLToPath(new URL('..', import.meta.url));
try {
  await prepare(root, ['server']);
  const { presets } = await import(new URL('../dist/server/cli.js', import.meta.url).href);
  process.exitCode = await presets(process.argv.slice(2), {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    root,
    env: process.env,
    /** @param {string} text */
    out: (text) => process.stdout.write(text),
    /** @param {string} text */
    say: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
