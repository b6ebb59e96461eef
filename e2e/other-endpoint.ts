import { ConsolePage } from './console-page.ts';
import { startConsole } from './console-process.ts';
import type { ConsoleProcess } from './console-process.ts';
import { expect, test as base } from './counting-fixtures.ts';
import { keysOf } from './printed-keys.ts';

interface Endpoint {
  /** Opens the console, which is of another origin than the endpoint, on a connection to it; once for a page. */
  connect(flags: readonly string[], name?: string): Promise<ConsolePage>;
}

/** `test` with a second server, whose endpoint the page of the first one calls. */
export const test = base.extend<{ endpoint: Endpoint }>({
  endpoint: async ({ page, functions }, use) => {
    const started: ConsoleProcess[] = [];
    await use({
      async connect(flags, name = 'Other') {
        const other = await startConsole(['--functions', functions.folder, ...flags]);
        started.push(other);
        const console = new ConsolePage(page);
        if (started.length === 1) await console.open();
        await console.addConnection({ name, endpoint: other.lambdaUrl, keys: keysOf(other) });
        return console;
      },
    });
    await Promise.all(started.map((server) => server.stop()));
  },
});

export { expect };

/** The page's origin. */
export function originOf(server: ConsoleProcess): string {
  return new URL(server.pageUrl).origin;
}
