// @ts-check
import { fileURLToPath } from 'node:url';

/**
 * Installs and builds what is missing or stale.
 *
 * @param {string} root
 * @param {readonly import('./build.mjs').Part[]} parts
 */
export async function prepare(root, parts) {
  const { ensureInstalled } = await import('./install.mjs');
  const { isBuilt } = await import('./build.mjs');
  const { succeeds } = await import('./succeeds.mjs');
  await ensureInstalled(root);
  const stale = parts.filter((part) => !isBuilt(part));
  if (stale.length === 0) return;
  process.stderr.write(`Building (${stale.join(' and ')}) ...\n`);
  // In a process of its own: a build sets NODE_ENV and holds memory that the server does not need.
  if (
    !(await succeeds(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url)), ...stale], {
      cwd: root,
    }))
  ) {
    throw new Error('The build failed; its own words are above.');
  }
}
