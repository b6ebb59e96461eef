import { answerInvokes } from '../answers.ts';
import { ConsolePage } from '../console-page.ts';
import { test } from '../fixtures.ts';
import { badge, orderLog } from './result-samples.ts';

const sizes = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 768 },
  { name: '768', width: 768, height: 1024 },
  { name: '390', width: 390, height: 844 },
] as const;

/** What a result can look like; each state leaves the page as it should be photographed. */
const states: Record<string, (console: ConsolePage) => Promise<void>> = {
  tree: async (console) => {
    await run(console, 'echo', '{"orders":[{"id":1,"tags":["a","b"]},{"id":2,"note":null}]}');
    await console.showView('Tree');
    await console.page.getByRole('tree').waitFor();
  },
  find: async (console) => {
    await run(console, 'echo', '{"a":1}');
    await console.page.getByRole('button', { name: 'Find in response' }).click();
    await console.page.getByRole('searchbox', { name: 'Find in response text' }).fill('function');
  },
  http: async (console) => {
    const headers = {
      'content-type': 'application/json',
      'x-cache': 'miss',
      'set-cookie': 'session=1; HttpOnly',
    };
    await answerInvokes(console.page, {
      body: JSON.stringify({
        statusCode: 404,
        headers,
        body: '{"message":"no such order","orderId":"ord_1"}',
      }),
    });
    await run(console, 'echo', '{}');
    await console.showView('HTTP');
    await console.page.getByRole('region', { name: 'HTTP body' }).getByText('no such order').waitFor();
  },
  image: async (console) => {
    const headers = { 'content-type': 'image/svg+xml' };
    await answerInvokes(console.page, { body: JSON.stringify({ statusCode: 200, headers, body: badge }) });
    await run(console, 'echo', '{}');
    await console.showView('HTTP');
    await console.page.getByText('px').waitFor();
  },
  hex: async (console) => {
    await answerInvokes(console.page, {
      body: Buffer.from(Array.from({ length: 2048 }, (_none, at) => (at * 7) % 256)),
    });
    await run(console, 'echo', '{}');
  },
  'order-log': async (console) => {
    await answerInvokes(console.page, { body: '{"orderId":"ord_8812","state":"stored"}', log: orderLog });
    await run(console, 'echo', '{}');
    await console.showTab('Log');
    await console.page.getByText('Stack ·').click();
  },
  'time-out': async (console) => {
    await run(console, 'slow', '{"ms":60000}');
  },
  attempts: async (console) => {
    await run(console, 'faults', '{"fault":"throttle"}');
    await console.showTab('Attempts');
  },
  unknown: async (console) => {
    await run(console, 'faults', '{"fault":"reset"}');
    await console.showTab('Attempts');
  },
  'stream-live': async (console) => {
    await start(console, 'stream', '{"chunks":30,"pauseMs":100}');
    await console.page.getByText('chunk 8 of 30').waitFor();
  },
  stream: async (console) => {
    await start(console, 'stream', '{"chunks":6,"pauseMs":50,"http":true}');
    await console.result.locator('[data-field="outcome"]').waitFor();
  },
  'stream-failed': async (console) => {
    await start(console, 'stream', '{"chunks":6,"pauseMs":50,"failAfter":3}');
    await console.result.locator('[data-field="outcome"]').waitFor();
  },
  'copy-as': async (console) => {
    await run(console, 'echo', '{}');
    await console.page.getByRole('button', { name: 'Copy as' }).first().click();
    await console.page.getByRole('menu').waitFor();
  },
  signature: async (console) => {
    await run(console, 'echo', '{}');
    await console.showTab('Request');
    await console.page.getByText('Canonical request', { exact: true }).click();
  },
};

for (const theme of ['dark', 'light'] as const) {
  for (const { name: size, ...viewport } of sizes) {
    for (const [state, prepare] of Object.entries(states)) {
      test(`result ${state} ${size} ${theme}`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        const console = new ConsolePage(page);
        await console.open();
        await prepare(console);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: `docs/screens/result-${state}-${size}-${theme}.png` });
      });
    }
  }
}

async function run(console: ConsolePage, name: string, payload: string): Promise<void> {
  await console.chooseFunction(name);
  await console.pastePayload(payload);
  await console.invoke();
}

async function start(console: ConsolePage, name: string, payload: string): Promise<void> {
  await console.chooseFunction(name);
  await console.pastePayload(payload);
  await console.page.getByRole('switch', { name: 'Stream response' }).click();
  await console.invokeButton.click();
}
