import { arn, count, place, times } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, json, long, text } from './fields.ts';
import { queueMessage, signingCertificate, topicMessage, unsubscribeAddress } from './messages.ts';
import { busEvent } from './bus-event.ts';
import { writeJson } from './raw-json.ts';
import { sampleEvent } from './sample-event.ts';

const queue = text('Queue', 'orders');
const body = long('Body', '{"orderId":"ord_8812"}');
const topicFields = {
  topic: text('Topic', 'order-events'),
  subject: text('Subject', 'Order created', 'Empty: none'),
  message: long('Message', '{"orderId":"ord_8812"}'),
};

const one = sampleEvent({
  id: 'sqs-one',
  service: 'SQS',
  title: 'One message',
  says: 'A message of a standard queue.',
  eventType: 'sqs',
  fields: { queue, body, ...place },
  build: (of, make) => ({ Records: [queueMessage(of, make)] }),
});

const several = sampleEvent({
  id: 'sqs-several',
  service: 'SQS',
  title: 'A batch of messages',
  says: 'Several messages of a standard queue; the function may report which of them failed.',
  eventType: 'sqs',
  fields: { queue, body, count: count('Messages', 3), ...place },
  build: (of, make) => ({ Records: times(of.count, () => queueMessage(of, make)) }),
});

const fifo = sampleEvent({
  id: 'sqs-fifo',
  service: 'SQS',
  title: 'FIFO queue',
  says: 'Messages of a FIFO queue, in order within their group.',
  eventType: 'sqs',
  fields: {
    queue: text('Queue', 'orders.fifo', 'Its name ends in .fifo'),
    group: text('Message group ID', 'customer-19'),
    body,
    count: count('Messages', 2),
    ...place,
  },
  build: ({ group, ...of }, make) => ({
    Records: times(of.count, (index) =>
      queueMessage({ ...of, fifo: { group, deduplicationId: make.hex(64), index } }, make),
    ),
  }),
});

const fromTopic = sampleEvent({
  id: 'sns-in-sqs',
  service: 'SQS',
  title: 'Notification of SNS in a queue',
  says: 'A topic sends to a queue without raw delivery: the notification is the body, as JSON.',
  eventType: 'sqs',
  fields: { queue, ...topicFields, count: count('Messages'), ...place },
  build: ({ queue: name, count: messages, ...of }, make) => ({
    Records: times(messages, () => {
      const subscription = `${arn('sns', of, of.topic)}:${make.uuid()}`;
      const notification = {
        ...topicMessage(of, make),
        SigningCertURL: signingCertificate(of, make),
        UnsubscribeURL: unsubscribeAddress(of, subscription),
      };
      return queueMessage({ ...of, queue: name, body: JSON.stringify(notification) }, make);
    }),
  }),
});

const fromBus = sampleEvent({
  id: 'eventbridge-in-sqs',
  service: 'SQS',
  title: 'Event of EventBridge in a queue',
  says: 'A rule sends to a queue: the event is the body, as JSON.',
  eventType: 'sqs',
  fields: {
    queue,
    source: text('Source', 'com.example.orders'),
    detailType: text('Detail type', 'OrderCreated'),
    detail: json('Detail', '{"orderId":"ord_8812"}'),
    count: count('Messages'),
    ...place,
  },
  build: ({ queue: name, count: messages, ...of }, make) => ({
    Records: times(messages, () =>
      queueMessage({ ...of, queue: name, body: writeJson(busEvent({ ...of, resources: [] }, make)) }, make),
    ),
  }),
});

const notification = sampleEvent({
  id: 'sns',
  service: 'SNS',
  title: 'Notification',
  says: 'A message that was published to a topic.',
  eventType: 'sns',
  fields: { ...topicFields, ...place },
  build: (of, make) => ({ Records: [notified(of, {}, make)] }),
});

const withAttributes = sampleEvent({
  id: 'sns-attributes',
  service: 'SNS',
  title: 'Notification with an attribute',
  says: 'The same with a message attribute, as filter policies look at them.',
  eventType: 'sns',
  fields: {
    ...topicFields,
    name: text('Attribute', 'eventType'),
    type: choice('Type', ['String', 'Number', 'Binary', 'String.Array']),
    value: text('Value', 'order.created'),
    ...place,
  },
  build: ({ name, type, value, ...of }, make) => ({
    Records: [notified(of, Object.fromEntries([[name, { Type: type, Value: value }]]), make)],
  }),
});

function notified(
  of: Parameters<typeof topicMessage>[0],
  attributes: Record<string, { Type: string; Value: string }>,
  make: EventMaker,
) {
  const subscription = `${arn('sns', of, of.topic)}:${make.uuid()}`;
  return {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: subscription,
    Sns: {
      ...topicMessage(of, make),
      SigningCertUrl: signingCertificate(of, make),
      UnsubscribeUrl: unsubscribeAddress(of, subscription),
      MessageAttributes: attributes,
    },
  };
}

export const queues = { one, several, fifo, fromTopic, fromBus, notification, withAttributes };
