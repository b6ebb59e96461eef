import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startConsole } from '../../e2e/console-process.ts';
import { openChromium } from '../page/chromium.ts';
import { openPage, type BenchPage } from '../page/page.ts';
import { traceStep } from '../page/trace.ts';
import { seed } from './seed.ts';

/** Lists, scrolls and searches 50,000 runs and 10,000 presets in the built console. */
export async function run(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))))
    throw new Error('There is no build to measure: run npm run build first.');
  const server = await startConsole([]);
  const browser = await openChromium();
  try {
    const page = await openPage(browser);
    const open = async (): Promise<void> => {
      await page.goto('about:blank');
      await page.goto(server.pageUrl);
      await page.until(`document.querySelector('[data-editor="ready"]')`);
    };
    const longest = async (step: () => Promise<void>): Promise<number> =>
      (await traceStep(browser, step)).longestTaskMs;
    await open();
    await page.evaluate(seed);
    await open();
    await page.until(`${presets} && ${presets}.scrollHeight > 200_000`);
    say('runs: from the press on History to the first rows, wall ms', await firstList(page, history), 100);
    await page.until(`${runs} && ${runs}.scrollHeight > 2_000_000`);
    say('presets: from the press on Presets to the first rows, wall ms', await firstList(page, library), 100);
    say(
      'presets: longest task while 60 screens are scrolled',
      await longest(() => scroll(page, presets)),
      16.7,
    );
    for (const text of ['preset 77', 'orders-399', 'nowhere']) {
      say(
        `presets: longest task of a key of “${text}”`,
        await longest(() => keyInto(page, presetFilter, text)),
        50,
      );
      await page.evaluate(`${presetFilter}.select()`);
    }
    await firstList(page, history);
    say('runs: longest task while 60 screens are scrolled', await longest(() => scroll(page, runs)), 16.7);
    for (const text of ['orders-7', 'outcome:error >1s', 'nowhere']) {
      say(
        `runs: longest task of a key of “${text}”`,
        await longest(() => keyInto(page, searchBox, text)),
        50,
      );
      await page.evaluate(`${searchBox}.select()`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

const runs = `document.querySelector('.history-list-box')`;
const presets = `document.querySelector('.preset-list')`;
const history = { tab: 'History', row: '.history-row' };
const library = { tab: 'Presets', row: '.preset-row' };
const searchBox = `document.querySelector('.history-panel input[type="search"]')`;
const presetFilter = `document.querySelector('[data-pane="left"] input[type="search"], [data-pane="left"] input')`;

function say(what: string, ms: number, budgetMs: number): void {
  const isKept = ms <= budgetMs;
  if (!isKept) process.exitCode = 1;
  process.stdout.write(
    `${what.padEnd(64)}${ms.toFixed(1).padStart(8)} of ${budgetMs} ${isKept ? 'kept' : 'MISSED'}\n`,
  );
}

async function firstList(page: BenchPage, list: { tab: string; row: string }): Promise<number> {
  const tab = `[...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent.startsWith('${list.tab}'))`;
  return Number(
    await page.evaluate(`new Promise((resolve) => {
      const from = performance.now();
      const look = () => document.querySelector('${list.row}') ? resolve(performance.now() - from) : requestAnimationFrame(look);
      ${tab}.click();
      look();
    })`),
  );
}

async function scroll(page: BenchPage, box: string): Promise<void> {
  await page.evaluate(`(async () => {
    for (let screen = 0; screen < 60; screen += 1) {
      ${box}.scrollTop += ${box}.clientHeight;
      await new Promise(requestAnimationFrame);
    }
  })()`);
}

async function keyInto(page: BenchPage, element: string, text: string): Promise<void> {
  await page.evaluate(`${element}.focus()`);
  for (const key of text) {
    await page.type(key);
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))');
  }
}
