// @ts-check
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** `node bench/run.mjs core`: runs bench/core/run.ts, which Node 20 cannot read by itself. */
const name = process.argv[2] ?? '';
const file = fileURLToPath(new URL(`./${name}/run.ts`, import.meta.url));
/** @type {{ module: { run: () => Promise<void> } }} */
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
await module.run();
