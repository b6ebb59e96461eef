import { arn, count, place, times } from './common-fields.ts';
import { base64Of, utf8Length } from './encodings.ts';
import type { EventMaker } from './event-maker.ts';
import { long, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { epochSeconds } from './times.ts';

const tableFields = {
  table: text('Table', 'orders'),
  id: text('Partition key “id”', 'ord_8812'),
  count: count('Records'),
};
const newStatus = text('New “status”', 'paid');
const oldStatus = text('Old “status”', 'open');

const insert = sampleEvent({
  id: 'dynamodb-insert',
  service: 'DynamoDB',
  title: 'Stream, insert',
  says: 'An item was added to a table.',
  eventType: 'dynamodb-stream',
  fields: { ...tableFields, status: newStatus, ...place },
  build: ({ status, ...of }, make) =>
    changes({ ...of, eventName: 'INSERT', images: { NewImage: item(of.id, status) } }, make),
});

const modify = sampleEvent({
  id: 'dynamodb-modify',
  service: 'DynamoDB',
  title: 'Stream, modify',
  says: 'An item of a table was changed.',
  eventType: 'dynamodb-stream',
  fields: { ...tableFields, before: oldStatus, after: newStatus, ...place },
  build: ({ before, after, ...of }, make) =>
    changes(
      { ...of, eventName: 'MODIFY', images: { NewImage: item(of.id, after), OldImage: item(of.id, before) } },
      make,
    ),
});

const remove = sampleEvent({
  id: 'dynamodb-remove',
  service: 'DynamoDB',
  title: 'Stream, remove',
  says: 'An item of a table was deleted.',
  eventType: 'dynamodb-stream',
  fields: { ...tableFields, status: oldStatus, ...place },
  build: ({ status, ...of }, make) =>
    changes({ ...of, eventName: 'REMOVE', images: { OldImage: item(of.id, status) } }, make),
});

interface Change {
  table: string;
  id: string;
  region: string;
  account: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  images: Images;
}

interface Images {
  NewImage?: Item;
  OldImage?: Item;
}

function changes({ count: records, ...change }: Change & { count: number }, make: EventMaker) {
  const streamed = make.at(-86_400_000).toISOString().replace('Z', '');
  const stream = arn('dynamodb', change, `table/${change.table}/stream/${streamed}`);
  return {
    Records: times(records, (index) => ({
      eventID: make.hex(32),
      eventName: change.eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: change.region,
      dynamodb: streamRecord(change, index, make),
      eventSourceARN: stream,
    })),
  };
}

/** Whole seconds, whatever the clock of the table says. */
function streamRecord({ id, images }: Change, index: number, make: EventMaker) {
  const keys = { id: { S: id } };
  return {
    ApproximateCreationDateTime: epochSeconds(make.now),
    Keys: keys,
    ...images,
    SequenceNumber: String(4_421_584_500_000_000_017_450_439_091n + BigInt(index)),
    SizeBytes: utf8Length(JSON.stringify({ keys, ...images })),
    StreamViewType: 'NEW_AND_OLD_IMAGES' as const,
  };
}

type Item = ReturnType<typeof item>;

function item(id: string, status: string) {
  return { id: { S: id }, status: { S: status }, total: { N: '129.90' }, tags: { SS: ['gift', 'new'] } };
}

const streamFields = {
  stream: text('Stream', 'orders'),
  partitionKey: text('Partition key', 'customer-19'),
};

const kinesis = sampleEvent({
  id: 'kinesis',
  service: 'Kinesis',
  title: 'Data stream',
  says: 'Records of a stream; the data of each is base64.',
  eventType: 'kinesis-stream',
  fields: {
    ...streamFields,
    data: long('Data', '{"orderId":"ord_8812"}'),
    count: count('Records'),
    ...place,
  },
  build: (of, make) => ({
    Records: times(of.count, (index) => kinesisRecord({ ...of, index }, make)),
  }),
});

const tableInKinesis = sampleEvent({
  id: 'kinesis-dynamodb',
  service: 'Kinesis',
  title: 'DynamoDB changes in a data stream',
  says: 'A table sends its changes to a stream: each is JSON in base64.',
  eventType: 'kinesis-dynamodb',
  fields: { stream: streamFields.stream, ...tableFields, before: oldStatus, after: newStatus, ...place },
  build: ({ stream, table, id, before, after, count: records, ...at }, make) => ({
    Records: times(records, (index) => {
      const images = { Keys: { id: { S: id } }, NewImage: item(id, after), OldImage: item(id, before) };
      const change = {
        awsRegion: at.region,
        eventID: make.uuid(),
        eventName: 'MODIFY',
        userIdentity: null,
        recordFormat: 'application/json',
        tableName: table,
        dynamodb: {
          ApproximateCreationDateTime: make.now.getTime(),
          ...images,
          SizeBytes: utf8Length(JSON.stringify(images)),
        },
        eventSource: 'aws:dynamodb',
      };
      return kinesisRecord(
        { ...at, stream, partitionKey: make.upper(32), data: JSON.stringify(change), index },
        make,
      );
    }),
  }),
});

interface StreamData {
  stream: string;
  partitionKey: string;
  data: string;
  index: number;
  region: string;
  account: string;
}

function kinesisRecord({ stream, partitionKey, data, index, ...at }: StreamData, make: EventMaker) {
  const sequenceNumber = sequenceFrom(index, make);
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber,
      data: base64Of(data),
      // Seconds, with their thousandths behind the point.
      approximateArrivalTimestamp: make.at(index).getTime() / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `shardId-000000000006:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: arn('iam', { region: '', account: at.account }, 'role/orders-consumer'),
    awsRegion: at.region,
    eventSourceARN: arn('kinesis', at, `stream/${stream}`),
  };
}

/** Fifty-six digits that grow from record to record. */
export function sequenceFrom(index: number, make: EventMaker): string {
  return `4959${make.now.getTime()}${String(index).padStart(7, '0')}${make.digits(32)}`;
}

export const streams = { insert, modify, remove, kinesis, tableInKinesis };
