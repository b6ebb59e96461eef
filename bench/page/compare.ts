import type { Row } from './report.ts';
import { openWith, settle, type Bench } from './steps.ts';
import { traceStep } from './trace.ts';

const inWindow = (selector: string): string =>
  `document.querySelector(${JSON.stringify(`[role="dialog"] ${selector}`)})`;
const named = (selector: string, name: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(`[role="dialog"] ${selector}`)})].find((one) => one.textContent.startsWith(${JSON.stringify(name)}))`;
const rightFunction = `${named('label', 'Right function')}?.control`;

/** An answer of nearly 6 MB beside another one: path by path, then as the text view says it. */
export async function measureComparison(bench: Bench): Promise<Row[]> {
  const { page, browser, name } = bench;
  const rows: Row[] = [];
  const step = async (what: string, action: () => Promise<void>): Promise<void> => {
    const measured = await traceStep(browser, () => action().then(() => settle(page)));
    rows.push({ name: `${what}, ${name}`, budgetMs: 100, ...measured });
  };
  await openWith(bench);
  await page.evaluate(
    `void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', code: 'F2', shiftKey: true, bubbles: true }))`,
  );
  await page.until(rightFunction);
  await page.evaluate(`${rightFunction}.focus(); ${rightFunction}.select()`);
  await page.type(`${name}-changed`);
  await page.evaluate('document.activeElement.blur()');
  await step('compare it with another by structure', async () => {
    await page.press(named('button', 'Run both'));
    await page.until(`${inWindow('.compared-structure [role="status"]')}?.textContent.includes('differ')`);
  });
  await step('compare both as texts', async () => {
    await page.press(named('[role="tab"]', 'Response · differs'));
    await page.until(`${inWindow('.callout')}?.textContent.includes('too large to be marked')`);
  });
  return rows;
}
