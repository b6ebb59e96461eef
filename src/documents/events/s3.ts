import { count, domainOf, partitionOf, place, times } from './common-fields.ts';
import { s3Key } from './encodings.ts';
import type { EventMaker } from './event-maker.ts';
import { long, text, whole } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const service = 'S3';
const objectFields = {
  bucket: text('Bucket', 'orders-inbox'),
  key: text('Key', 'incoming/2026/order 8812.json', 'As it is: it is encoded as S3 does it'),
};
const size = whole('Size in bytes', 1024, [0, 5_497_558_138_880]);
const numberOf = { count: count('Records') };

const put = sampleEvent({
  id: 's3-put',
  service,
  title: 'Object created, put',
  says: 'An object was uploaded in one request.',
  eventType: 's3',
  fields: { ...objectFields, size, ...numberOf, region: place.region },
  build: (of, make) => notification({ ...of, eventName: 'ObjectCreated:Put' }, make, () => make.hex(32)),
});

const copy = sampleEvent({
  id: 's3-copy',
  service,
  title: 'Object created, copy',
  says: 'An object was copied from another.',
  eventType: 's3',
  fields: { ...objectFields, size, ...numberOf, region: place.region },
  build: (of, make) => notification({ ...of, eventName: 'ObjectCreated:Copy' }, make, () => make.hex(32)),
});

const multipart = sampleEvent({
  id: 's3-multipart',
  service,
  title: 'Object created, multipart upload',
  says: 'An object was uploaded in parts, and the upload is complete.',
  eventType: 's3',
  fields: {
    ...objectFields,
    size: whole('Size in bytes', 26_214_400, [0, 5_497_558_138_880]),
    parts: whole('Parts', 5, [1, 10_000]),
    ...numberOf,
    region: place.region,
  },
  build: ({ parts, ...of }, make) =>
    notification(
      { ...of, eventName: 'ObjectCreated:CompleteMultipartUpload' },
      make,
      () => `${make.hex(32)}-${parts}`,
    ),
});

const remove = sampleEvent({
  id: 's3-delete',
  service,
  title: 'Object removed, delete',
  says: 'An object was deleted.',
  eventType: 's3',
  fields: { ...objectFields, ...numberOf, region: place.region },
  build: ({ key, ...of }, make) => ({
    Records: times(of.count, () => ({
      ...frame({ ...of, eventName: 'ObjectRemoved:Delete' }, make),
      s3: { ...entity(of, make), object: { key: s3Key(key), sequencer: sequencer(make) } },
    })),
  }),
});

const batch = sampleEvent({
  id: 's3-batch',
  service,
  title: 'Batch operations',
  says: 'A job of S3 Batch Operations has a task for each object of its manifest.',
  fields: { ...objectFields, count: count('Tasks') },
  build: ({ bucket, key, count: tasks }, make) => ({
    invocationSchemaVersion: '1.0',
    invocationId: make.base64(32),
    job: { id: make.uuid() },
    tasks: times(tasks, () => ({
      taskId: make.base64(16),
      s3Key: s3Key(key),
      s3VersionId: null,
      s3BucketArn: `arn:aws:s3:::${bucket}`,
    })),
  }),
});

const objectLambda = sampleEvent({
  id: 's3-object-lambda',
  service,
  title: 'Object Lambda, GetObject',
  says: 'An object is read through an Object Lambda access point, and may be changed on its way.',
  eventType: 's3-object-lambda',
  fields: {
    key: text('Key', 'incoming/order 8812.json'),
    accessPoint: text('Access point', 'orders-redacted'),
    headers: long('Headers', 'Accept: */*', 'One a line, name: value'),
    ...place,
  },
  build: ({ key, accessPoint, headers, region, account }, make) => {
    const path = `/${encodeURIComponent(key.toWellFormed()).replaceAll('%2F', '/')}`;
    const lambdaHost = `${accessPoint}-${account}.s3-object-lambda.${region}.${domainOf(region)}`;
    const sent: http.Pairs = [['Host', lambdaHost], ...http.parseHeaders(headers)];
    const inRegion = `arn:${partitionOf(region)}:s3:${region}:${account}`;
    const inLambda = `arn:${partitionOf(region)}:s3-object-lambda:${region}:${account}`;
    const signed = `X-Amz-SignedHeaders=host&X-Amz-Expires=61&X-Amz-Signature=${make.hex(64)}`;
    return {
      xAmzRequestId: make.uuid(),
      getObjectContext: {
        inputS3Url: `https://${accessPoint}-source-${account}.s3-accesspoint.${region}.${domainOf(region)}${path}?${signed}`,
        outputRoute: `io-${region}-${make.digits(3)}`,
        outputToken: make.base64(48),
      },
      configuration: {
        accessPointArn: `${inLambda}:accesspoint/${accessPoint}`,
        supportingAccessPointArn: `${inRegion}:accesspoint/${accessPoint}-source`,
        payload: '',
      },
      userRequest: { url: `https://${lambdaHost}${path}`, headers: http.lastValues(sent) },
      userIdentity: {
        type: 'AssumedRole',
        principalId: `AROA${make.upper(17)}:reader`,
        arn: `arn:${partitionOf(region)}:sts::${account}:assumed-role/orders-reader/reader`,
        accountId: account,
        accessKeyId: `ASIA${make.upper(16)}`,
        sessionContext: {
          attributes: { mfaAuthenticated: 'false', creationDate: isoMillis(make.at(-600_000)) },
          sessionIssuer: {
            type: 'Role',
            principalId: `AROA${make.upper(17)}`,
            arn: `arn:${partitionOf(region)}:iam::${account}:role/orders-reader`,
            accountId: account,
            userName: 'orders-reader',
          },
        },
      },
      protocolVersion: '1.00',
    };
  },
});

interface Notified {
  bucket: string;
  region: string;
  eventName: string;
}

function notification(
  { key, size: bytes, count: records, ...of }: Notified & { key: string; size: number; count: number },
  make: EventMaker,
  eTag: () => string,
) {
  return {
    Records: times(records, () => ({
      ...frame(of, make),
      s3: {
        ...entity(of, make),
        object: { key: s3Key(key), size: bytes, eTag: eTag(), sequencer: sequencer(make) },
      },
    })),
  };
}

function frame({ region, eventName }: Notified, make: EventMaker) {
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: isoMillis(make.now),
    eventName,
    userIdentity: { principalId: `AWS:AROA${make.upper(17)}:uploader` },
    requestParameters: { sourceIPAddress: http.sourceIp },
    responseElements: { 'x-amz-request-id': make.upper(16), 'x-amz-id-2': make.base64(48) },
  };
}

function entity({ bucket, region }: { bucket: string; region: string }, make: EventMaker) {
  return {
    s3SchemaVersion: '1.0',
    configurationId: make.uuid(),
    bucket: {
      name: bucket,
      ownerIdentity: { principalId: `A${make.upper(13)}` },
      arn: `arn:${partitionOf(region)}:s3:::${bucket}`,
    },
  };
}

function sequencer(make: EventMaker): string {
  return `00${make.hex(16).toUpperCase()}`;
}

export const s3 = { put, copy, multipart, remove, batch, objectLambda };
