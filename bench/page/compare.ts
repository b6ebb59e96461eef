import type { Row } from './report.ts';
import { openWith, tracedSteps, type Bench } from './steps.ts';

const inWindow = (selector: string): string =>
  `document.querySelector(${JSON.stringify(`[role="dialog"] ${selector}`)})`;
const named = (selector: string, name: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(`[role="dialog"] ${selector}`)})].find((one) => one.textContent.startsWith(${JSON.stringify(name)}))`;
const rightFunction = `${named('label', 'Right function')}?.control`;

/** An answer of nearly 6 MB beside another one: path by path, then as the text view says it. */
export async function measureComparison(bench: Bench): Promise<Row[]> {
  const { page, name } = bench;
  const { rows, step } = tracedSteps(bench);
  await openWith(bench);
  await page.evaluate(
    `void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', code: 'F2', shiftKey: true, bubbles: true }))`,
  );
  await page.until(rightFunction);
  await page.evaluate(`${rightFunction}.focus(); ${rightFunction}.select()`);
  await page.type(`${name}-changed`);
  await page.evaluate('document.activeElement.blur()');
  await step('compare it with another by structure', 100, async () => {
    await page.press(named('button', 'Run both'));
    await page.until(`${inWindow('.compared-structure [role="status"]')}?.textContent.includes('differ')`);
  });
  await step('compare both as texts', 100, async () => {
    await page.press(named('[role="tab"]', 'Response · differs'));
    await page.until(`${inWindow('.callout')}?.textContent.includes('too large to be marked')`);
  });
  return rows;
}
