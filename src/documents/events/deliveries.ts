import { arn, count, place, times } from './common-fields.ts';
import { base64Of } from './encodings.ts';
import type { EventMaker } from './event-maker.ts';
import { long, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { sequenceFrom } from './streams.ts';

const recordFields = {
  delivery: text('Delivery stream', 'orders-to-s3'),
  data: long('Data', '{"orderId":"ord_8812"}'),
  count: count('Records', 2),
};

const firehose = sampleEvent({
  id: 'firehose',
  service: 'Firehose',
  title: 'Transformation, direct put',
  says: 'Firehose has records to be changed on their way; the data of each is base64.',
  eventType: 'firehose',
  fields: { ...recordFields, ...place },
  build: ({ delivery, data, ...of }, make) => ({
    ...invocation({ ...of, delivery }, make),
    records: times(of.count, (index) => record(data, index, make)),
  }),
});

const fromStream = sampleEvent({
  id: 'firehose-kinesis',
  service: 'Firehose',
  title: 'Transformation, from a data stream',
  says: 'The same where a Kinesis stream is the source: records tell their shard and place.',
  fields: {
    ...recordFields,
    stream: text('Stream', 'orders'),
    partitionKey: text('Partition key', 'customer-19'),
    ...place,
  },
  build: ({ delivery, data, stream, partitionKey, ...of }, make) => ({
    ...invocation({ ...of, delivery }, make),
    sourceKinesisStreamArn: arn('kinesis', of, `stream/${stream}`),
    records: times(of.count, (index) => ({
      ...record(data, index, make),
      kinesisRecordMetadata: {
        shardId: 'shardId-000000000000',
        partitionKey,
        approximateArrivalTimestamp: make.at(index).getTime(),
        sequenceNumber: sequenceFrom(index, make),
        subsequenceNumber: '0',
      },
    })),
  }),
});

const preprocessing = sampleEvent({
  id: 'kinesis-analytics-preprocessing',
  service: 'Kinesis Analytics',
  title: 'Preprocessing',
  says: 'A SQL application has records to be changed before it reads them.',
  fields: {
    application: text('Application', 'order-trends'),
    stream: text('Stream', 'orders'),
    data: recordFields.data,
    count: recordFields.count,
    ...place,
  },
  build: ({ application, stream, data, ...of }, make) => ({
    invocationId: make.uuid(),
    applicationArn: arn('kinesisanalytics', of, `application/${application}`),
    streamArn: arn('kinesis', of, `stream/${stream}`),
    records: times(of.count, (index) => ({
      recordId: sequenceFrom(index, make),
      data: base64Of(data),
      kinesisStreamRecordMetadata: {
        shardId: 'shardId-000000000000',
        partitionKey: make.uuid(),
        sequenceNumber: sequenceFrom(index, make),
        approximateArrivalTimestamp: make.at(index).getTime(),
      },
    })),
  }),
});

const output = sampleEvent({
  id: 'kinesis-analytics-output',
  service: 'Kinesis Analytics',
  title: 'Output',
  says: 'A SQL application delivers its results to a function.',
  fields: {
    application: text('Application', 'order-trends'),
    data: recordFields.data,
    count: recordFields.count,
    ...place,
  },
  build: ({ application, data, ...of }, make) => ({
    invocationId: make.uuid(),
    applicationArn: arn('kinesisanalytics', of, `application/${application}`),
    records: times(of.count, () => ({
      recordId: make.uuid(),
      lambdaDeliveryRecordMetadata: { retryHint: 0 },
      data: base64Of(data),
    })),
  }),
});

function invocation(
  { delivery, ...at }: { delivery: string; region: string; account: string },
  make: EventMaker,
) {
  return {
    invocationId: make.uuid(),
    deliveryStreamArn: arn('firehose', at, `deliverystream/${delivery}`),
    region: at.region,
  };
}

/** Times are milliseconds here. */
function record(data: string, index: number, make: EventMaker) {
  return {
    recordId: `${sequenceFrom(index, make)}000000`,
    approximateArrivalTimestamp: make.at(index).getTime(),
    data: base64Of(data),
  };
}

export const deliveries = { firehose, fromStream, preprocessing, output };
