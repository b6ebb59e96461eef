import { ConsolePage } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';

test('a clock that is 20 minutes slow is told, and corrected for one run a click', async ({
  page,
  functions,
}) => {
  await page.clock.install({ time: Date.now() - 20 * 60_000 });
  const console = new ConsolePage(page);
  const before = await functions.runs();
  await console.open();
  await console.chooseFunction('count');
  await console.pastePayload('{"n":1}');
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.result).toContainText(/The clock of this device is (?:19|20) minutes slow/);
  expect(await functions.runs()).toBe(before + 1);
});
