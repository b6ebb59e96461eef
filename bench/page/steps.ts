import type { Chromium } from './chromium.ts';
import type { BenchPage } from './page.ts';
import type { Row } from './report.ts';
import { traceStep } from './trace.ts';

export interface Bench {
  page: BenchPage;
  browser: Chromium;
  /** Of the function, and of the shape of its answer. */
  name: string;
  /** The payload. */
  file: string;
  url: string;
}

export const one = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;
export const named = (role: string, name: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(role)})].find((one) => (one.ariaLabel ?? one.textContent).trim().startsWith(${JSON.stringify(name)}))`;
export const inResult = (selector: string): string => one(`section[aria-label="Result"] ${selector}`);
export const isDone = one('section[aria-label="Result"][data-state="done"]');

/** What a page does that shows JSON the simple way: parsed, indented, in a `<pre>`. */
export async function measureNaive({ page, browser, file }: Bench): Promise<number> {
  await page.goto('data:text/html,<input type=file><pre></pre>');
  await page.setFile(one('input'), file);
  const { longestTaskMs } = await traceStep(browser, async () => {
    await page.evaluate(`(async () => {
      const json = await document.querySelector('input').files[0].text();
      document.querySelector('pre').textContent = JSON.stringify(JSON.parse(json), null, 2);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    })()`);
  });
  return longestTaskMs;
}

/** Steps of one document, each traced until the page has settled, with its budget. */
export function tracedSteps({ page, browser, name }: Bench) {
  const rows: Row[] = [];
  const step = async (what: string, budgetMs: number, action: () => Promise<void>): Promise<void> => {
    const measured = await traceStep(browser, () => action().then(() => settle(page)));
    rows.push({ name: `${what}, ${name}`, budgetMs, ...measured });
  };
  return { rows, step };
}

/** 6 MB in, 6 MB out, and every way to look at them. */
export async function measureDocument(bench: Bench): Promise<Row[]> {
  const { page, file } = bench;
  const { rows, step } = tracedSteps(bench);
  await openWith(bench);
  await step('open in the editor', 200, async () => {
    await page.setFile(one('[data-pane="middle"] input[type="file"]'), file);
    await page.until(`${one('.status-bar')}.textContent.includes(' MB of 6 MB')`);
  });
  await step('type a character and pause', 100, async () => {
    await page.evaluate(
      `${one('[data-editor="ready"] [role="textbox"], [data-editor="ready"] textarea')}.focus()`,
    );
    await page.type(' ');
  });
  await step('send it and show the answer', 100, async () => {
    await page.press(named('button', 'Invoke'));
    await page.until(isDone);
    await page.until(inResult('[data-row]'));
    await page.until(`!${inResult('.response-view-note')}`);
  });
  await page.until(`Number(${inResult('[data-field="response-size"]')}.dataset.value) > 5e6`);
  await page.until(`Number(${inResult('[data-field="request-size"]')}.dataset.value) > 5e6`);
  await step('scroll to the end', 100, async () => {
    await page.evaluate(`${inResult('.text-view')}.scrollTop = 1e9`);
  });
  await step('find in it', 100, async () => {
    await page.press(named('button', 'Find in response'));
    await page.until(`document.activeElement.type === 'search'`);
    await page.type('99');
    await page.until(`${one('.find-bar-count')}.textContent !== ''`);
  });
  await step('show it as a tree', 100, async () => {
    await page.press(inResult('input[type="radio"][value="tree"]'));
    await page.until(one('[role="treeitem"]'));
  });
  await step('unfold all of the tree', 100, () => page.press(named('button', 'Expand all')));
  return rows;
}

/** Ten thousand chunks as fast as a function can write them. */
export async function measureStream(bench: Bench): Promise<Row> {
  const { page, browser } = bench;
  await openWith(bench);
  await page.press(
    `[...document.querySelectorAll('label')].find((label) => label.textContent.includes('Stream response')).querySelector('[role="switch"], input')`,
  );
  const measured = await traceStep(browser, async () => {
    await page.press(named('button', 'Invoke'));
    await page.until(isDone);
    await settle(page);
  });
  const facts = String(await page.evaluate(`${one('.stream-strip-facts')}.textContent`));
  return { name: `stream of ${/[\d,]+ chunks/.exec(facts)?.[0] ?? ''}`, budgetMs: 100, ...measured };
}

/** The page with a function chosen, and nothing sent. */
export async function openWith({ page, url, name }: Bench): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.until(one('[data-editor="ready"]'));
  await page.evaluate(`${one('input[role="combobox"]')}.focus(); ${one('input[role="combobox"]')}.select()`);
  await page.type(name);
  await page.evaluate('document.activeElement.blur()');
}

/** Drafts and history are kept a moment after an edit or a run; then nothing of a step is left to do. */
export async function settle(page: BenchPage): Promise<void> {
  await page.evaluate(
    'new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, { timeout: 2000 }), 1500))',
  );
}
