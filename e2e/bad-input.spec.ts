import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

/** Counts what reaches the local endpoint's invocation path. */
function countInvocations(console: ConsolePage): () => number {
  let count = 0;
  console.page.on('request', (request) => {
    if (request.url().includes('/invocations') && request.method() === 'POST') count += 1;
  });
  return () => count;
}

test('what Lambda would refuse is said at its field, and nothing is sent; a wrong secret is rejected as credentials', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  const sent = countInvocations(console);
  await test.step('an empty function name', async () => {
    await console.invoke();
    await console.expectOutcome('not-sent');
    await expect(console.functionBox).toHaveAttribute('aria-invalid', 'true');
    expect(sent()).toBe(0);
  });
  await test.step('a name outside the API’s pattern, while it is typed', async () => {
    await console.chooseFunction('echo');
    await expect(console.functionBox).not.toHaveAttribute('aria-invalid', 'true');
    await console.chooseFunction('my function!');
    await expect(console.functionBox).toHaveAttribute('aria-invalid', 'true');
    await console.invoke();
    await console.expectOutcome('not-sent');
    expect(sent()).toBe(0);
  });
  await test.step('a payload over the limit of its type', async () => {
    await console.chooseFunction('echo');
    await console.chooseType('Event');
    await console.openPayloadFile('big.json', Buffer.from(JSON.stringify('x'.repeat(1_048_576))));
    await console.invoke();
    await console.expectOutcome('not-sent');
    await expect(page.getByRole('region', { name: 'Request' })).toContainText('1,048,576');
    expect(sent()).toBe(0);
  });
  await test.step('a wrong secret is rejected as credentials, with what to do', () =>
    expectRejected(console));
});

async function expectRejected(console: ConsolePage): Promise<void> {
  const { page } = console;
  const endpoint = await page.evaluate(async () => {
    const answer: unknown = await (await fetch('connection.json')).json();
    return answer as { endpoint: string; region: string; credentials: { accessKeyId: string } };
  });
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  await dialog.getByLabel('Name').fill('wrong key');
  await dialog.getByLabel('Region').fill(endpoint.region);
  await dialog.getByLabel('Endpoint').fill(endpoint.endpoint);
  await dialog.getByLabel('Access key ID').fill(endpoint.credentials.accessKeyId);
  await dialog.getByLabel('Secret access key').fill('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await page.keyboard.press('Shift+Alt+N');
  await expect(console.functionBox).toHaveValue('');
  await console.chooseFunction('hello');
  await console.invoke();
  await console.expectOutcome('rejected');
  expect(await console.value('status-code')).toBe('403');
  expect(await console.value('error-code')).toBe('InvalidSignatureException');
  expect(await console.value('may-have-run')).toBe('no');
}
