import { arn, count, domainOf, place, times } from './common-fields.ts';
import { base64Of, utf8Length } from './encodings.ts';
import { choice, long, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { epochSeconds } from './times.ts';

const messageFields = {
  topic: text('Topic', 'orders'),
  key: text('Key', 'customer-19'),
  value: long('Value', '{"orderId":"ord_8812"}'),
  header: text('Header “traceparent”', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
  count: count('Records', 2),
};

const msk = sampleEvent({
  id: 'msk',
  service: 'Kafka',
  title: 'Amazon MSK',
  says: 'Records of a topic of an MSK cluster; key and value are base64, headers are bytes.',
  eventType: 'kafka-msk',
  fields: { cluster: text('Cluster', 'shop'), ...messageFields, ...place },
  build: ({ cluster, ...of }, make) => {
    const name = `${cluster}.${make.lower(6)}.c2.kafka.${of.region}.${domainOf(of.region)}`;
    return {
      eventSource: 'aws:kafka' as const,
      eventSourceArn: arn('kafka', of, `cluster/${cluster}/${make.uuid()}-2`),
      bootstrapServers: `b-1.${name}:9098,b-2.${name}:9098`,
      records: topicRecords(of, make.now),
    };
  },
});

const selfManaged = sampleEvent({
  id: 'kafka-self-managed',
  service: 'Kafka',
  title: 'Self-managed cluster',
  says: 'Records of a topic of a Kafka cluster that AWS does not run.',
  eventType: 'kafka-self-managed',
  fields: {
    servers: text('Bootstrap servers', 'kafka-1.example.com:9092,kafka-2.example.com:9092'),
    ...messageFields,
  },
  build: ({ servers, ...of }, make) => ({
    eventSource: 'SelfManagedKafka' as const,
    bootstrapServers: servers,
    records: topicRecords(of, make.now),
  }),
});

interface TopicRecords {
  topic: string;
  key: string;
  value: string;
  header: string;
  count: number;
}

function topicRecords({ topic, key, value, header, count: records }: TopicRecords, now: Date) {
  const traceparent = [...new TextEncoder().encode(header)];
  return Object.fromEntries([
    [
      `${topic}-0`,
      times(records, (index) => ({
        topic,
        partition: 0,
        offset: 1500 + index,
        timestamp: now.getTime() + index,
        timestampType: 'CREATE_TIME' as const,
        key: base64Of(key),
        value: base64Of(value),
        headers: [{ traceparent }],
      })),
    ],
  ]);
}

const mqFields = {
  broker: text('Broker', 'shop'),
  queue: text('Queue', 'orders'),
  data: long('Data', '{"orderId":"ord_8812"}'),
  count: count('Messages'),
};

const activeMq = sampleEvent({
  id: 'mq-activemq',
  service: 'Amazon MQ',
  title: 'ActiveMQ',
  says: 'Messages of a queue of an ActiveMQ broker; their data is base64.',
  fields: {
    ...mqFields,
    type: choice('Message type', ['jms/text-message', 'jms/bytes-message']),
    ...place,
  },
  build: ({ broker, queue, data, count: messages, type, ...at }, make) => {
    const id = `b-${make.uuid()}`;
    const sent = make.at(-40).getTime();
    return {
      eventSource: 'aws:mq',
      eventSourceArn: arn('mq', at, `broker:${broker}:${id}`),
      messages: times(messages, (index) => ({
        messageID: `ID:${id}-1.mq.${at.region}.${domainOf(at.region)}-37557-${sent}-4:1:1:1:${index + 1}`,
        messageType: type,
        deliveryMode: 1,
        replyTo: null,
        type: null,
        expiration: '0',
        priority: 4,
        correlationId: make.uuid(),
        redelivered: false,
        destination: { physicalName: queue },
        data: base64Of(data),
        timestamp: sent,
        brokerInTime: sent,
        brokerOutTime: sent + 1,
        properties: { source: 'checkout' },
      })),
    };
  },
});

const rabbitMq = sampleEvent({
  id: 'mq-rabbitmq',
  service: 'Amazon MQ',
  title: 'RabbitMQ',
  says: 'Messages of RabbitMQ by queue and virtual host; their data is base64.',
  fields: {
    ...mqFields,
    virtualHost: text('Virtual host', '/'),
    contentType: text('Content type', 'application/json'),
    ...place,
  },
  build: ({ broker, queue, data, count: messages, virtualHost, contentType, ...at }, make) => ({
    eventSource: 'aws:rmq',
    eventSourceArn: arn('mq', at, `broker:${broker}:b-${make.uuid()}`),
    rmqMessagesByQueue: Object.fromEntries([
      [
        `${queue}::${virtualHost}`,
        times(messages, () => ({
          basicProperties: {
            contentType,
            contentEncoding: null,
            headers: { source: { bytes: [...new TextEncoder().encode('checkout')] }, attempt: 1 },
            deliveryMode: 1,
            priority: null,
            correlationId: make.uuid(),
            replyTo: null,
            expiration: '60000',
            messageId: make.uuid(),
            timestamp: rabbitTime(make.now),
            type: null,
            userId: null,
            appId: null,
            clusterId: null,
            bodySize: utf8Length(data),
          },
          redelivered: false,
          data: base64Of(data),
        })),
      ],
    ]),
  }),
});

/** Mar 14, 2026, 9:26:53 AM */
function rabbitTime(date: Date): string {
  const [, day = '', month = '', year = ''] = date.toUTCString().split(' ');
  const hours = date.getUTCHours();
  const clock = `${hours % 12 === 0 ? 12 : hours % 12}:${date.toISOString().slice(14, 19)}`;
  return `${month} ${Number(day)}, ${year}, ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}

const documentDb = sampleEvent({
  id: 'documentdb',
  service: 'DocumentDB',
  title: 'Change stream',
  says: 'Changes of a collection of Amazon DocumentDB.',
  fields: {
    cluster: text('Cluster', 'shop'),
    database: text('Database', 'shop'),
    collection: text('Collection', 'orders'),
    operation: choice('Operation', ['insert', 'update', 'replace', 'delete']),
    status: text('Field “status”', 'paid'),
    count: count('Changes'),
    ...place,
  },
  build: ({ cluster, database, collection, operation, status, count: changes, ...at }, make) => ({
    eventSourceArn: arn('rds', at, `cluster:${cluster}`),
    events: times(changes, (index) => {
      const key = { _id: { $oid: make.hex(24) } };
      return {
        event: {
          _id: { _data: make.hex(36) },
          clusterTime: { $timestamp: { t: epochSeconds(make.now), i: index + 1 } },
          documentKey: key,
          ...(operation === 'delete' ? {} : { fullDocument: { ...key, status } }),
          ns: { db: database, coll: collection },
          operationType: operation,
          ...(operation === 'update'
            ? { updateDescription: { updatedFields: { status }, removedFields: [] } }
            : {}),
        },
      };
    }),
    eventSource: 'aws:docdb',
  }),
});

export const brokers = { msk, selfManaged, activeMq, rabbitMq, documentDb };
