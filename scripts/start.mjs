// @ts-check
import { requireNode } from './node-version.mjs';

requireNode();
// Only now the modules that an old Node could not even read.
const { fileURLToPath } = await import('node:url');
const { prepare } = await import('./prepare.mjs');
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
    await prepare(root, parsed.flags.dev ? ['server'] : ['server', 'page']);
    const { run } = await import(new URL('../dist/server/cli.js', import.meta.url).href);
    await run(parsed.flags, root);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
