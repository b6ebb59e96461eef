import { test as base, expect } from 'playwright/test';
import { startConsole } from './console-process.ts';
import type { ConsoleProcess } from './console-process.ts';
import { guardPages } from './page-guard.ts';

interface StoryOptions {
  /** `test.use({ corsRefusals: true })`: the story is about answers that CORS hides from the page. */
  corsRefusals: boolean;
  /** `test.use({ crashes: true })`: the story makes its page crash. */
  crashes: boolean;
}

interface WorkerFixtures {
  /** One real server for each worker: its page and its local Lambda endpoint. */
  server: ConsoleProcess;
}

/**
 * `test` for user stories. Relative addresses lead to the worker's own server, and a story fails when its
 * pages broke the security policy, threw, wrote an error to the console or asked another machine.
 */
export const test = base.extend<StoryOptions, WorkerFixtures>({
  corsRefusals: [false, { option: true }],
  crashes: [false, { option: true }],
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await startConsole();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.pageUrl),
  context: async ({ context, corsRefusals, crashes }, use) => {
    const guard = await guardPages(context, { corsRefusals, crashes });
    await use(context);
    expect(guard.problems, 'what the pages of this story caused').toEqual([]);
  },
});

export { expect };
