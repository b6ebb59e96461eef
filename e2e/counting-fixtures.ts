import { startConsole } from './console-process.ts';
import { makeCountingFunctions } from './counting-functions.ts';
import type { CountingFunctions } from './counting-functions.ts';
import { expect, test as base } from './fixtures.ts';

interface CountingFixtures {
  /** The function `count` of the worker's server, which counts its own runs: what the page believes is not asked. */
  functions: CountingFunctions;
}

/** `test` for stories about how often a function ran. */
export const test = base.extend<object, CountingFixtures>({
  functions: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const functions = await makeCountingFunctions();
      await use(functions);
      await functions.remove();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ functions }, use) => {
      const server = await startConsole(['--functions', functions.folder]);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

export { expect };
