import { arn, domainOf, place } from './common-fields.ts';
import { choice, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis, mailTime } from './times.ts';

const pass = { status: 'PASS' as const };

export const ses = sampleEvent({
  id: 'ses',
  service: 'SES',
  title: 'Incoming mail',
  says: 'A mail has arrived and a receipt rule calls a function. Its body is not part of the event.',
  eventType: 'ses',
  fields: {
    from: text('From', 'ada@example.com'),
    to: text('To', 'orders@example.org'),
    subject: text('Subject', 'Order 8812'),
    spam: choice('Spam verdict', ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED']),
    functionName: text('Function', 'orders-mail'),
    ...place,
  },
  build: ({ from, to, subject, spam, functionName, ...at }, make) => {
    const messageId = make.lower(40);
    const mailId = `<${make.hex(24)}@example.com>`;
    const date = mailTime(make.at(-3000));
    return {
      Records: [
        {
          eventSource: 'aws:ses',
          eventVersion: '1.0',
          ses: {
            mail: {
              timestamp: isoMillis(make.at(-2000)),
              source: from,
              messageId,
              destination: [to],
              headersTruncated: false,
              headers: [
                { name: 'Return-Path', value: `<${from}>` },
                {
                  name: 'Received',
                  value: `from mail.example.com by inbound-smtp.${at.region}.${domainOf(at.region)}`,
                },
                { name: 'From', value: from },
                { name: 'To', value: to },
                { name: 'Subject', value: subject },
                { name: 'Message-ID', value: mailId },
                { name: 'Date', value: date },
              ],
              commonHeaders: { returnPath: from, from: [from], date, to: [to], messageId: mailId, subject },
            },
            receipt: {
              timestamp: isoMillis(make.at(-2000)),
              processingTimeMillis: 574,
              recipients: [to],
              spamVerdict: { status: spam },
              virusVerdict: pass,
              spfVerdict: pass,
              dkimVerdict: pass,
              dmarcVerdict: pass,
              dmarcPolicy: 'reject' as const,
              action: {
                type: 'Lambda' as const,
                functionArn: arn('lambda', at, `function:${functionName}`),
                invocationType: 'Event',
              },
            },
          },
        },
      ],
    };
  },
});
