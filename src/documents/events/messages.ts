import { arn, domainOf } from './common-fields.ts';
import { md5Of } from './encodings.ts';
import type { EventMaker } from './event-maker.ts';
import { isoMillis } from './times.ts';

interface Place {
  region: string;
  account: string;
}

/** Order of a message in a FIFO queue: the n-th of one event. */
export interface FifoOrder {
  group: string;
  deduplicationId: string;
  index: number;
}

/** One message of a queue, as Lambda's poller hands it over. */
export function queueMessage(
  { queue, body, fifo, ...at }: Place & { queue: string; body: string; fifo?: FifoOrder },
  make: EventMaker,
) {
  const sent = make.at(-1200).getTime();
  return {
    messageId: make.uuid(),
    receiptHandle: make.base64(96),
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(sent),
      ...(fifo === undefined ? {} : fifoAttributes(fifo)),
      SenderId: `AIDA${make.upper(17)}`,
      ApproximateFirstReceiveTimestamp: String(sent + 12),
    },
    messageAttributes: {},
    md5OfBody: md5Of(body),
    eventSource: 'aws:sqs',
    eventSourceARN: arn('sqs', at, queue),
    awsRegion: at.region,
  };
}

function fifoAttributes({ group, deduplicationId, index }: FifoOrder) {
  return {
    // Twenty digits that grow from message to message.
    SequenceNumber: String(18_889_999_000_000_000_000n + BigInt(index) * 256n),
    MessageGroupId: group,
    MessageDeduplicationId: deduplicationId,
  };
}

export interface TopicMessage extends Place {
  topic: string;
  subject: string;
  message: string;
}

/** A notification of a topic; where it goes to a function, its addresses end in `Url`, elsewhere in `URL`. */
export function topicMessage({ topic, subject, message, ...at }: TopicMessage, make: EventMaker) {
  return {
    Type: 'Notification',
    MessageId: make.uuid(),
    TopicArn: arn('sns', at, topic),
    ...(subject === '' ? {} : { Subject: subject }),
    Message: message,
    Timestamp: isoMillis(make.now),
    SignatureVersion: '1',
    Signature: make.base64(256),
  };
}

export function signingCertificate({ region }: Place, make: EventMaker): string {
  return `https://sns.${region}.${domainOf(region)}/SimpleNotificationService-${make.hex(32)}.pem`;
}

export function unsubscribeAddress({ region }: Place, subscription: string): string {
  return `https://sns.${region}.${domainOf(region)}/?Action=Unsubscribe&SubscriptionArn=${subscription}`;
}
