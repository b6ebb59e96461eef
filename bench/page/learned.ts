import type { Row } from './report.ts';
import { isDone, named, one, openWith, settle, type Bench } from './steps.ts';
import { traceStep } from './trace.ts';

/** A payload as large as any that teaches is run, learned from, and looked at as the editor's doubts have it. */
export async function measureLearned(bench: Bench): Promise<Row[]> {
  const { page, browser, name, file } = bench;
  const rows: Row[] = [];
  await openWith(bench);
  await page.setFile(one('[data-pane="middle"] input[type="file"]'), file);
  await page.until(`${one('.status-bar')}.textContent.includes(' KB of 6 MB')`);
  for (const what of ['run and learn of', 'run and learn again of']) {
    const measured = await traceStep(browser, async () => {
      await page.press(named('button', 'Invoke'));
      await page.until(isDone);
      // A lesson waits a second for another one, and the doubts for a pause after it.
      await settle(page);
      await settle(page);
    });
    rows.push({ name: `${what} ${name}`, budgetMs: 100, ...measured });
    await page.evaluate(`${one('[data-editor="ready"] :is([role="textbox"], textarea)')}.focus()`);
    await page.type(' ');
  }
  return rows;
}
