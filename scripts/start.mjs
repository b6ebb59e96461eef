// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
// Only now the modules that an old Node could not even read.
const { fileURLToPath } = await import('node:url');
const { helpText, parseFlags } = await import('../server/flags.mjs');

const root = fileURLToPath(new URL('..', import.meta.url));
const parsed = parseFlags(process.argv.slice(2), {
  // npm runs scripts in the folder of package.json; a relative folder means the one where npm was called.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  sampleFunctions: fileURLToPath(new URL('../functions', import.meta.url)),
});

if (parsed.kind === 'help') {
  process.stdout.write(helpText);
} else if (parsed.kind === 'error') {
  process.stderr.write(`${parsed.message}\n`);
  process.exitCode = 2;
} else {
  try {
    await prepare(parsed.flags.dev ? ['server'] : ['server', 'page']);
    const { run } = await import(new URL('../dist/server/cli.js', import.meta.url).href);
    await run(parsed.flags, root);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** @param {readonly import('./build.mjs').Part[]} parts */
async function prepare(parts) {
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
