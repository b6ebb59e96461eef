import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, chromiumPath } from './browser.ts';
import { faults, listen, slug, startFaultServer, stop } from './fault-server.ts';
import type { Fault, FaultServer } from './fault-server.ts';
import { bundleForPage } from './page-bundle.ts';
import type * as clients from './runs-per-click.page.ts';
import type { Click, ClickTarget } from './runs-per-click.page.ts';

const document = readFileSync(new URL('../docs/core.md', import.meta.url), 'utf8');

type Clients = typeof clients;

let browser: Browser;
let pages: Server;
let page: Page;
let endpoint: FaultServer;

beforeAll(async () => {
  const code = await bundleForPage(fileURLToPath(new URL('./runs-per-click.page.ts', import.meta.url)));
  pages = createServer((request, response) => {
    const isCode = request.url === '/clients.js';
    response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
    response.end(
      isCode
        ? code
        : '<!doctype html><title>Runs per click</title><script type="module" src="/clients.js"></script>',
    );
  });
  const executablePath = chromiumPath();
  [browser, endpoint] = await Promise.all([
    chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) }),
    startFaultServer(),
  ]);
  page = await browser.newPage();
  await page.goto(await listen(pages));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
  if (pages) await stop(pages);
});

interface Measured extends Click {
  /** Requests that arrived at the endpoint: each of them would have run the function. */
  runs: number;
  /** Those that the client asked for; the rest the browser sent again by itself. */
  sends: number;
}

async function click(client: keyof Clients, fault: Fault): Promise<Measured> {
  const target: ClickTarget = {
    endpoint: endpoint.url,
    functionName: `${slug(fault)}-${client}`,
    timeoutMs: 400,
  };
  const result = await page.evaluate(([name, given]) => (globalThis as unknown as Clients)[name](given), [
    client,
    target,
  ] as const);
  const arrivals = endpoint.arrivals.filter(({ functionName }) => functionName === target.functionName);
  const sends = new Set(arrivals.map(({ invocationId, attempt }) => `${invocationId} ${attempt}`)).size;
  return { ...result, runs: arrivals.length, sends };
}

/** The rows of the table in docs/core.md, so that what it says is what is measured. */
const documented = new Map(
  document
    .slice(document.indexOf('## Runs per click'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => faults.some((fault) => fault === cells[1]))
    .map(([, fault, ...cells]) => [fault, cells] as const),
);

/** `2–4` -> from 2 to 4; `3` -> 3. */
function expectWithin(measured: number, cell: string | undefined): void {
  const [least = NaN, most = least] = (cell ?? '').split('–').map(Number);
  expect(measured).toBeGreaterThanOrEqual(least);
  expect(measured).toBeLessThanOrEqual(most);
}

describe.each(faults)('one click in Chromium, and then: %s', (fault) => {
  const [ourSends, ourRuns, mayHaveRun, sdkSends, sdkRuns] = documented.get(fault) ?? [];

  it('is one send of ours, and where the browser sends it again, the result says that it is not known', async () => {
    const ours = await click('clickOurs', fault);
    expect(ours.fetches).toBe(1);
    expect(ours.sends).toBe(Number(ourSends));
    expectWithin(ours.runs, ourRuns);
    expect(ours.mayHaveRun).toBe(mayHaveRun);
    if (ours.runs > 1) expect(ours.mayHaveRun).toBe('unknown');
  });

  it('is sent as often by the AWS SDK as docs/core.md says', async () => {
    const sdk = await click('clickSdk', fault);
    expect(sdk.sends).toBe(Number(sdkSends));
    expectWithin(sdk.runs, sdkRuns);
  });
});
