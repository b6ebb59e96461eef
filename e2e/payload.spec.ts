import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

/** The echo function answers with `rawEvent`-like JSON; bytes are compared where the page sends them. */
async function sentBody(page: ConsolePage): Promise<Buffer | null> {
  const request = page.page.waitForRequest(
    (one) => one.method() === 'POST' && one.url().includes('/invocations'),
  );
  await page.invoke();
  return (await request).postDataBuffer();
}

const texts = [
  { name: 'big numbers', text: '{"id":12345678901234567890,"e":1e400,"z":-0.0}' },
  { name: 'duplicate keys', text: '{"a":1,"a":2}' },
  { name: 'escapes', text: '{"s":"\\u0041\\/\\ud83d\\ude00\\n"}' },
  { name: 'emoji', text: '{"emoji":"😀 grüße 漢字"}' },
  { name: 'white space', text: '{\n\t"a" :   1\n\n}\n' },
];

const files = [
  { name: 'a byte order mark', bytes: Buffer.from('\ufeff{"bom":true}') },
  { name: 'mixed line ends', bytes: Buffer.from('{\r\n"a":1,\n"b":2,\r"c":3}') },
];

test('a pasted payload and an opened file are sent byte for byte', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  for (const { name, text } of texts) {
    await test.step(`pasted, with ${name}`, async () => {
      await console.pastePayload(text);
      const body = await sentBody(console);
      expect(body?.toString('utf8')).toBe(text);
      await console.expectOutcome('success');
    });
  }
  for (const { name, bytes } of files) {
    await test.step(`opened, with ${name}`, async () => {
      await console.openPayloadFile('event.json', bytes);
      const body = await sentBody(console);
      expect(body?.equals(bytes)).toBe(true);
    });
  }
});

test('a client context makes the round trip, and a log tail is decoded and said to be cut at 4 KB', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pasteClientContext('{"client":{"installation_id":"i-1"},"custom":{"größe":"XL"}}');
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('größe');
  await expect(console.response).toContainText('i-1');

  await console.chooseFunction('logs');
  await console.invoke();
  await console.showTab('Log');
  await expect(console.result).toContainText('Cut at 4 KB');
  await expect(console.log).toContainText('ü');
  const text = (await console.log.textContent()) ?? '';
  expect(text.slice(3)).not.toContain('\ufffd');
  expect(text).not.toContain('START RequestId');
});

test('text that is not JSON is marked, can be sent after a question, and Lambda’s refusal is shown', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"a":}');
  await expect(page.getByRole('button', { name: /^1:6/ })).toBeVisible();
  await console.invokeButton.click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('not JSON');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(console.result).toHaveAttribute('data-state', 'idle');
  await console.invokeButton.click();
  await question.getByRole('button', { name: 'Send anyway' }).click();
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('rejected');
  expect(await console.value('error-code')).toBe('InvalidRequestContentException');
});
