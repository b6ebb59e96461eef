import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { helpText, parseFlags } from './flags.mjs';
import type { CommandPlace } from './presets/run/presets-command.ts';
import { run } from './run.ts';

/** What `npm start` hands over to, and a program of its own: `node dist/server/cli.js --help`. */
export { run };

/** What `npm run presets` hands over to; gives the exit code. */
export async function presets(argv: readonly string[], place: CommandPlace): Promise<number> {
  return (await import('./presets/run/presets-command.ts')).presetsCommand(argv, place);
}

/** The folder that holds dist/, functions/ and node_modules/. */
const root = fileURLToPath(new URL('../../', import.meta.url));

function main(): Promise<void> | void {
  const parsed = parseFlags(process.argv.slice(2), {
    cwd: process.cwd(),
    sampleFunctions: fileURLToPath(new URL('../../functions/', import.meta.url)),
  });
  if (parsed.kind === 'run') return run(parsed.flags, root);
  if (parsed.kind === 'help') {
    process.stdout.write(helpText);
    return;
  }
  process.stderr.write(`${parsed.message}\n`);
  process.exitCode = 2;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) await main();
