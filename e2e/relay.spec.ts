import type { Page } from 'playwright/test';
import type { ConsolePage } from './console-page.ts';
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

test('the relay streams, and a reset behind it is one run with an unknown outcome', async ({
  endpoint,
  functions,
  page,
  server,
}) => {
  const before = await functions.runs();
  const console = await endpoint.connect(['--cors', 'none', '--allow-origin', originOf(server)]);
  await switchRelay(page);
  await console.chooseFunction('count');
  await page.getByRole('switch', { name: /^Stream response/ }).press('Space');
  await console.invoke();
  await console.expectOutcome('success');
  await page.getByRole('switch', { name: /^Stream response/ }).press('Space');
  await console.pastePayload('{"fault":"reset"}');
  await console.invoke();
  await console.expectOutcome('unknown');
  await expect(diagnosis(console)).toHaveAttribute('data-layer', 'lost');
  expect(await functions.runs()).toBe(before + 2);
});

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
  await dialog.getByRole('button', { name: 'Check again' }).click();
  await expect(line('Permission to invoke')).toHaveAttribute('data-state', 'unknown');
  for (const name of ['Network', 'Endpoint', 'Readable answers', 'Clock', 'Credentials', 'List functions']) {
    await expect(line(name)).toHaveAttribute('data-state', 'ok');
  }
  await line('Function').getByRole('button', { name: 'Use count' }).click();
  await expect(dialog).toBeHidden();
  await expect(console.functionBox).toHaveValue('count');
  expect(sent).toEqual([]);
  expect(await functions.runs()).toBe(before);
});
