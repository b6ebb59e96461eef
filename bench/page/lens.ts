import type { Row } from './report.ts';
import { inResult, isDone, named, one, openWith, tracedSteps, type Bench } from './steps.ts';

const inside = '.document-pane [data-editor="ready"]';
const endKey = JSON.stringify({ key: 'End', code: 'End', keyCode: 35, bubbles: true });
const box = `:is([role="textbox"], textarea)`;

/** A message of 5 MB in a string: found, opened, edited and put back, and looked at in the answer. */
export async function measureLens(bench: Bench): Promise<Row[]> {
  const { page, file } = bench;
  const { rows, step } = tracedSteps(bench);
  await openWith(bench);
  await step('open in the editor', 200, async () => {
    await page.setFile(one('[data-pane="middle"] input[type="file"]'), file);
    await page.until(named('[data-pane="middle"] button', 'Documents inside: 1'));
  });
  await step('open the document inside', 200, async () => {
    await openFirst('[data-pane="middle"]', bench);
  });
  await step('type into it and pause', 100, async () => {
    await page.evaluate(`${one(`${inside} ${box}`)}.focus()`);
    await page.type(' ');
  });
  const edit = async (text: string): Promise<void> => {
    const state = `${one('.status-bar')}.textContent`;
    const before = await page.evaluate(state);
    await page.evaluate(`${one(`${inside} ${box}`)}.dispatchEvent(new KeyboardEvent('keydown', ${endKey}))`);
    await page.type(text);
    await page.until(`${state} !== ${JSON.stringify(before)}`);
  };
  await step('change it and wait for the payload', 100, () => edit('0,'));
  await step('break its JSON for a moment', 100, () => edit(']'));
  await step('close it', 100, () => page.press(named('button', 'Close document')));
  await step('send it and show the answer', 100, async () => {
    await page.press(named('button', 'Invoke'));
    await page.until(isDone);
    await page.until(inResult('[data-row]'));
    await page.until(named('section[aria-label="Result"] button', 'Documents inside: 1'));
  });
  await step('open the document in the answer', 200, async () => {
    await openFirst('section[aria-label="Result"]', bench);
  });
  return rows;
}

async function openFirst(where: string, { page }: Bench): Promise<void> {
  await page.press(named(`${where} button`, 'Documents inside: 1'));
  await page.press(one('[role="menuitem"]'));
  await page.until(one(`${inside} .view-line`));
}
