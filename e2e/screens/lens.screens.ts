import type { ConsolePage } from '../console-page.ts';
import { photograph, type Prepare } from './picture.ts';

const notification = JSON.stringify({
  Type: 'Notification',
  TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders',
  Message: '{"order":7,"lines":[{"sku":"A-1","count":2}],"total":19.90}',
});
const queue = JSON.stringify(
  {
    Records: [
      { messageId: '1', receiptHandle: 'a', body: notification, md5OfBody: '' },
      { messageId: '2', receiptHandle: 'b', body: 'plain text', md5OfBody: '' },
    ],
  },
  null,
  2,
);
const picture = JSON.stringify(
  { isBase64Encoded: true, body: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgG' },
  null,
  2,
);

/** The states of the documents inside. */
const states: Record<string, Prepare> = {
  'inside-list': async (console) => {
    await console.chooseFunction('echo');
    await console.pastePayload(queue);
    await console.page.getByRole('button', { name: 'Documents inside: 3' }).click();
    await console.page.getByRole('menuitem').first().waitFor();
  },
  'inside-open': async (console) => open(console, queue, /Message · SNS/),
  'inside-binary': async (console) => open(console, picture, /^body/),
  'inside-damaged': async (console) => {
    await open(console, picture.replace('/9j/', '?9j?'), /^body/);
    await console.page.getByText('The string is not base64').waitFor();
  },
};

photograph(states);

async function open(console: ConsolePage, payload: string, name: RegExp): Promise<void> {
  await console.chooseFunction('echo');
  await console.pastePayload(payload);
  await console.page.getByRole('button', { name: /^Documents inside: / }).click();
  await console.page.getByRole('menuitem', { name }).click();
  await console.page.getByRole('region', { name: 'Document inside' }).first().waitFor();
}
