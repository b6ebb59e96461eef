import { randomUUID } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { ConsoleProcess } from '../../e2e/console-process.ts';
import type { Chromium } from './chromium.ts';
import type { BenchPage } from './page.ts';
import type { Ratio } from './report.ts';
import { traceStep, type MainThread } from './trace.ts';

export interface SeriesBench {
  page: BenchPage;
  browser: Chromium;
  server: ConsoleProcess;
  /** Rows of the table. */
  rows: number;
  /** Holds the payload `{"n":0}`. */
  file: string;
}

const lanes = 5;
const one = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;
const button = (name: string): string =>
  `[...document.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent).trim().startsWith(${JSON.stringify(name)}))`;

/** The same requests, signed beforehand and sent by bare fetch from the same page: what nobody can do without. */
async function measureBareSeries(bench: SeriesBench, measure: Measure): Promise<number> {
  const { page, server, rows } = bench;
  const requests = await signedRequests(server, rows);
  await page.goto(server.pageUrl);
  await page.until(one('[data-editor="ready"]'));
  await page.evaluate(`void (window.benchRequests = ${JSON.stringify(requests)})`);
  return measure(bench, () =>
    page.evaluate(`(async () => {
      const left = window.benchRequests.values();
      await Promise.all(Array.from({ length: ${lanes} }, async () => {
        for (const { url, ...init } of left) {
          const answer = await (await fetch(url, init)).json();
          if (typeof answer.got !== 'number') throw new Error(JSON.stringify(answer));
        }
      }));
    })()`),
  );
}

async function measureVariants(bench: SeriesBench, measure: Measure): Promise<number> {
  await orderVariants(bench);
  return measure(bench, () => variantsAreOver(bench));
}

/** Without a trace, which would hold millions of events. */
export async function runVariants(bench: SeriesBench): Promise<void> {
  await orderVariants(bench);
  await variantsAreOver(bench);
}

/** The table of variants with as many rows, five at once, as a person orders it. */
async function orderVariants({ page, server, rows, file }: SeriesBench): Promise<void> {
  await page.goto(server.pageUrl);
  await page.until(one('[data-editor="ready"]'));
  // A draft of its own: the one that is restored may stream.
  await page.evaluate(pressed('N'));
  await page.evaluate(`${one('input[role="combobox"]')}.focus(); ${one('input[role="combobox"]')}.select()`);
  await page.type('small');
  await page.evaluate(`document.activeElement.blur()`);
  await page.setFile(one('[data-pane="middle"] input[type="file"]'), file);
  await page.until(`${one('.status-bar')}.textContent.includes('7 B')`);
  await page.evaluate(pressed('U'));
  await page.press(button('Paste rows'));
  await page.until(`document.activeElement.tagName === 'TEXTAREA'`);
  await page.evaluate(
    fill('document.activeElement', ['$.n', ...Array.from({ length: rows }, (_, n) => n)].join('\n')),
  );
  await page.press(button('Add rows'));
  await page.evaluate(fill(one('.variants-options select'), String(lanes)));
  await page.evaluate(fill(one('.variants-options input:not([type="checkbox"])'), String(rows)));
  await page.press(button(`Run ${rows.toLocaleString('en')} rows`));
}

/** Told by the page as soon as it shows it: asking again and again would end late, and the bare series does not. */
async function variantsAreOver({ page }: SeriesBench): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const look = () => ${isOver} && resolve();
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
    look();
  })`);
}

/** A letter with Shift and Alt. */
function pressed(key: string): string {
  const event = { key, code: `Key${key}`, shiftKey: true, altKey: true, bubbles: true };
  return `void document.body.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify(event)}))`;
}

/** As a person fills a field, but at once: a driver types ten thousand lines one by one, which takes minutes. */
function fill(field: string, text: string): string {
  return `(() => {
    const field = ${field};
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, ${JSON.stringify(text)});
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  })()`;
}

/** Longest task while the results are scrolled through from the first to the last. */
export async function measureScroll({ page, browser }: SeriesBench): Promise<MainThread> {
  // What ten thousand runs left behind would be collected in one of the frames, for 22 ms.
  await page.collectGarbage();
  return traceStep(browser, async () => {
    await page.evaluate(`(async () => {
      const view = ${one('[role="grid"][aria-label="Results"]')}.parentElement;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let step = 0; step < 200; step += 1) {
        view.scrollTop += view.scrollHeight / 200;
        await frame();
      }
      if (view.scrollTop === 0) throw new Error('Nothing was scrolled');
    })()`);
  });
}

/** Of as many pairs, each measured one right after the other, the middle one counts. Wall time is the less steady. */
const pairs = { mainThread: 3, time: 7 };

/** A thousand variants beside a thousand bare requests. */
export async function measureSeries(bench: SeriesBench): Promise<Ratio[]> {
  // The server's code is cold for the first requests that it ever gets: nobody's ratio should gain by that.
  await measureBareSeries(bench, wallMs);
  const mainThread = await middlePair(bench, mainThreadMs, pairs.mainThread);
  const time = await middlePair(bench, wallMs, pairs.time);
  return [
    { name: '1,000 variants, main thread / bare fetch', ...mainThread, atMost: 2 },
    { name: '1,000 variants, time / bare fetch', ...time, atMost: 1.5 },
  ];
}

async function middlePair(bench: SeriesBench, measure: Measure, count: number): Promise<Pair> {
  const found: Pair[] = [];
  for (let pair = 0; pair < count; pair += 1) {
    const other = await measureBareSeries(bench, measure);
    found.push({ ours: await measureVariants(bench, measure), other });
  }
  const sorted = found.toSorted((a, b) => a.ours / a.other - b.ours / b.other);
  return sorted[Math.floor(count / 2)] ?? { ours: NaN, other: NaN };
}

interface Pair {
  ours: number;
  other: number;
}

/** Milliseconds of a series. */
type Measure = (bench: SeriesBench, step: () => Promise<unknown>) => Promise<number>;

const mainThreadMs: Measure = async ({ browser }, step) => {
  const { totalMs } = await traceStep(browser, async () => void (await step()));
  return totalMs;
};

/** Without a trace, which takes the more time of whoever does more. */
const wallMs: Measure = async (_bench, step) => {
  const startedAt = performance.now();
  await step();
  return performance.now() - startedAt;
};

const isOver = `[...document.querySelectorAll('.variants-run [role="status"]')].some((one) => one.textContent.includes('Every row had its turn'))`;

interface SentRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** Signed with the keys that the server hands to its own page. */
async function signedRequests({ pageUrl, lambdaUrl }: ConsoleProcess, rows: number): Promise<SentRequest[]> {
  const read: unknown = await (await fetch(new URL('connection.json', pageUrl))).json();
  const { credentials } = read as { credentials: { accessKeyId: string; secretAccessKey: string } };
  const client = new AwsClient({ ...credentials, region: 'us-east-1', service: 'lambda' });
  const url = `${lambdaUrl}/2015-03-31/functions/small/invocations`;
  const sign = async (n: number): Promise<SentRequest> => {
    const body = `{"n":${n}}`;
    const { headers } = await client.sign(url, { method: 'POST', body, headers: asTheConsole() });
    return { url, method: 'POST', headers: Object.fromEntries(headers), body };
  };
  return Promise.all(Array.from({ length: rows }, (_, n) => sign(n)));
}

/** What a run of the page sends besides what signs it. */
function asTheConsole(): Record<string, string> {
  return {
    'amz-sdk-invocation-id': randomUUID(),
    'amz-sdk-request': 'attempt=1; max=3',
    'content-type': 'application/json',
    'x-amz-log-type': 'Tail',
    'x-amz-user-agent': 'invoke-console/0.1.0 ua/2.1 lang/js api/lambda#2015-03-31',
  };
}
