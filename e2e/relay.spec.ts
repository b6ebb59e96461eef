import type { Page } from 'playwright/test';
import type { ConsolePage } from './console-page.ts';
import type { CountingFunctions } from './counting-functions.ts';
import { expect, originOf, test } from './other-endpoint.ts';

test.use({ corsRefusals: true });

/** Addresses of every request of the page that asks for an invocation, wherever it goes. */
function watchInvocations(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/invocations')) seen.push(request.url());
  });
  return seen;
}

/** In the dialog of the connections, where the consent is also taken back. */
async function switchRelay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Connection Other/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: /^Other/ }).click();
  await dialog.getByRole('switch', { name: 'Use the relay' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

const diagnosis = (console: ConsolePage) => console.result.getByRole('region', { name: 'Diagnosis' });

test('an endpoint without CORS: named, relayed after consent, and direct again when that is taken back', async ({
  endpoint,
  functions,
  page,
  server,
}) => {
  const before = await functions.runs();
  const console = await endpoint.connect(['--cors', 'none', '--allow-origin', originOf(server)]);
  const sent = watchInvocations(page);
  await console.chooseFunction('count');
  await console.pastePayload('{"n":7}');
  await console.invoke();
  await console.expectOutcome('unknown');
  await expect(diagnosis(console)).toHaveAttribute('data-layer', 'cors');
  await expect(diagnosis(console)).toContainText('Not known.');
  expect(await functions.runs()).toBe(before);

  await diagnosis(console)
    .getByRole('button', { name: /^Use the relay/ })
    .click();
  await expect(page.getByRole('button', { name: /^Connection Other.*via relay/ })).toBeVisible();
  expect(sent).toHaveLength(1);
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('"n":7');
  await expect(console.field('executed-version').locator('xpath=..')).toHaveAttribute(
    'title',
    /response header/,
  );
  await expect(console.result).toContainText('via relay');
  await console.showTab('Request');
  await expect(console.result).toContainText('passes it on unchanged');
  expect(await functions.runs()).toBe(before + 1);
  expect(sent[1]).toContain(`${originOf(server)}/relay/`);

  await page.reload();
  await switchRelay(page);
  await expect(page.getByRole('button', { name: /^Connection Other/ })).not.toContainText('via relay');
});

const faults = [
  { payload: '{"fault":"reset"}', outcome: 'unknown', layer: 'lost', runs: 1 },
  { payload: '{"fault":"close"}', outcome: 'unknown', layer: 'lost', runs: 1 },
  { payload: '{"fault":"error","status":500}', outcome: 'unknown', layer: undefined, runs: 0 },
  { payload: '{"ms":300}', outcome: 'success', layer: undefined, runs: 1 },
] as const;

test('the relay streams, each fault behind it is one send and at most one run, and the guards of a connection hold there too', async ({
  endpoint,
  functions,
  page,
  server,
}) => {
  const console = await endpoint.connect(['--cors', 'none', '--allow-origin', originOf(server)]);
  const sent = watchInvocations(page);
  let runs = await functions.runs();
  await switchRelay(page);
  await console.chooseFunction('count');
  await page.getByRole('switch', { name: /^Stream response/ }).press('Space');
  await console.invoke();
  await console.expectOutcome('success');
  expect(await functions.runs()).toBe((runs += 1));
  await page.getByRole('switch', { name: /^Stream response/ }).press('Space');
  for (const [index, fault] of faults.entries()) {
    await console.pastePayload(fault.payload);
    await console.invoke();
    await console.expectOutcome(fault.outcome);
    if (fault.layer) await expect(diagnosis(console)).toHaveAttribute('data-layer', fault.layer);
    expect(await functions.runs(), fault.payload).toBe((runs += fault.runs));
    expect(sent.filter((url) => url.includes('/relay/')).length).toBe(index + 1);
  }
  sent.length = 0;
  await expectGuarded(console, functions, sent);
});

async function expectGuarded(
  console: ConsolePage,
  functions: CountingFunctions,
  sent: readonly string[],
): Promise<void> {
  const { page } = console;
  const before = await functions.runs();
  const guard = async (name: 'Production' | 'Read only', on: boolean): Promise<void> => {
    await page.getByRole('button', { name: /^Connection Other/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Connections' });
    await dialog.getByLabel(name).setChecked(on);
    await dialog.getByRole('button', { name: 'Save connection' }).click();
    await expect(dialog).toBeHidden();
  };
  await guard('Read only', true);
  await console.invoke();
  await console.expectOutcome('not-sent');
  await guard('Read only', false);
  await guard('Production', true);
  await console.invokeButton.click();
  const question = page.getByRole('alertdialog', { name: 'Run on production?' });
  await expect(question).toBeVisible();
  expect([sent, await functions.runs()]).toEqual([[], before]);
  await question.getByRole('textbox', { name: /^Type the function/ }).fill('count');
  await page.keyboard.press('Enter');
  await console.expectOutcome('success');
  expect(sent).toEqual([expect.stringContaining('/relay/')]);
  expect(await functions.runs()).toBe(before + 1);
}

test('Check connection goes through every step, names what bars the way, and never invokes', async ({
  endpoint,
  functions,
  page,
  server,
}) => {
  const before = await functions.runs();
  const console = await endpoint.connect(['--cors', 'none', '--allow-origin', originOf(server)]);
  const sent = watchInvocations(page);
  await console.chooseFunction('cuont');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('check connection');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Check connection' });
  const line = (name: string) => dialog.locator(`[data-check="${name}"]`);
  await expect(line('Endpoint')).toHaveAttribute('data-state', 'ok');
  await expect(line('Readable answers')).toHaveAttribute('data-state', 'problem');
  await expect(line('Function')).toHaveAttribute('data-state', 'skipped');

  await line('Readable answers')
    .getByRole('button', { name: /^Use the relay/ })
    .click();
  await expect(page.getByText(/^Other uses the relay now/).first()).toBeAttached();
  await dialog.getByRole('button', { name: 'Check again' }).click();
  // In their order: the first that is not fine tells why those behind it are skipped.
  for (const name of [
    'Network',
    'Endpoint',
    'Readable answers',
    'Clock',
    'Credentials',
    'Identity',
    'List functions',
  ]) {
    await expect(line(name)).toHaveAttribute('data-state', 'ok');
  }
  await expect(line('Permission to invoke')).toHaveAttribute('data-state', 'unknown');
  await line('Function').getByRole('button', { name: 'Use count' }).click();
  await expect(dialog).toBeHidden();
  await expect(console.functionBox).toHaveValue('count');
  expect(sent).toEqual([]);
  expect(await functions.runs()).toBe(before);
});
