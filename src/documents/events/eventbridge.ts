import { busEvent } from './bus-event.ts';
import { arn, partitionOf, place } from './common-fields.ts';
import { choice, json, long, text, whole } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis, isoSeconds, mailTime } from './times.ts';

const service = 'EventBridge';
const eventType = 'eventbridge';

const custom = sampleEvent({
  id: 'eventbridge-custom',
  service,
  title: 'Custom event',
  says: 'An event that an application has put on a bus.',
  eventType,
  fields: {
    source: text('Source', 'com.example.orders'),
    detailType: text('Detail type', 'OrderCreated'),
    detail: json('Detail', '{"orderId":"ord_8812","total":129.90}'),
    ...place,
  },
  build: (of, make) => busEvent({ ...of, resources: [] }, make),
});

const scheduled = sampleEvent({
  id: 'eventbridge-scheduled',
  service,
  title: 'Scheduled event',
  says: 'A rule with a schedule fires.',
  eventType,
  fields: { rule: text('Rule', 'every-night'), ...place },
  build: ({ rule, ...at }, make) =>
    busEvent(
      {
        ...at,
        source: 'aws.events',
        detailType: 'Scheduled Event',
        resources: [arn('events', at, `rule/${rule}`)],
        detail: {},
      },
      make,
    ),
});

const instance = sampleEvent({
  id: 'eventbridge-ec2-state',
  service,
  title: 'EC2 instance state',
  says: 'An instance has changed its state.',
  eventType,
  fields: {
    state: choice('State', ['running', 'pending', 'stopping', 'stopped', 'shutting-down', 'terminated']),
    instanceId: text('Instance', 'i-0abc1234def567890'),
    ...place,
  },
  build: ({ state, instanceId, ...at }, make) =>
    busEvent(
      {
        ...at,
        source: 'aws.ec2',
        detailType: 'EC2 Instance State-change Notification',
        resources: [arn('ec2', at, `instance/${instanceId}`)],
        detail: { 'instance-id': instanceId, state },
      },
      make,
    ),
});

const objectCreated = sampleEvent({
  id: 'eventbridge-s3-created',
  service,
  title: 'S3 object created',
  says: 'A bucket that tells EventBridge has a new object. Its key is not encoded here.',
  eventType: 's3-eventbridge',
  fields: {
    bucket: text('Bucket', 'orders-inbox'),
    key: text('Key', 'incoming/2026/order 8812.json'),
    size: whole('Size in bytes', 1024, [0, 5_497_558_138_880]),
    reason: choice('Reason', ['PutObject', 'POST Object', 'CopyObject', 'CompleteMultipartUpload']),
    ...place,
  },
  build: ({ bucket, key, size, reason, ...at }, make) =>
    busEvent(
      {
        ...at,
        source: 'aws.s3',
        detailType: 'Object Created',
        resources: [`arn:${partitionOf(at.region)}:s3:::${bucket}`],
        detail: {
          version: '0' as const,
          bucket: { name: bucket },
          object: {
            key,
            size,
            etag: make.hex(32),
            'version-id': make.letters(32),
            sequencer: `00${make.hex(16).toUpperCase()}`,
          },
          'request-id': make.upper(16),
          requester: at.account,
          'source-ip-address': http.sourceIp,
          reason,
        },
      },
      make,
    ),
});

const autoScaling = sampleEvent({
  id: 'eventbridge-autoscaling',
  service,
  title: 'Auto Scaling, launch successful',
  says: 'A group has launched an instance.',
  eventType,
  fields: { group: text('Group', 'workers'), instanceId: text('Instance', 'i-0abc1234def567890'), ...place },
  build: ({ group, instanceId, ...at }, make) => {
    const groupArn = arn('autoscaling', at, `autoScalingGroup:${make.uuid()}:autoScalingGroupName/${group}`);
    return busEvent(
      {
        ...at,
        source: 'aws.autoscaling',
        detailType: 'EC2 Instance Launch Successful',
        resources: [groupArn, arn('ec2', at, `instance/${instanceId}`)],
        detail: {
          StatusCode: 'InProgress',
          Description: `Launching a new EC2 instance: ${instanceId}`,
          AutoScalingGroupName: group,
          ActivityId: make.uuid(),
          Details: { 'Availability Zone': `${at.region}a`, 'Subnet ID': `subnet-${make.hex(17)}` },
          RequestId: make.uuid(),
          StatusMessage: '',
          StartTime: isoMillis(make.at(-40_000)),
          EndTime: isoMillis(make.now),
          EC2InstanceId: instanceId,
          Cause: `At ${isoSeconds(make.at(-45_000))} an instance was started in response to a difference between desired and actual capacity.`,
        },
      },
      make,
    );
  },
});

const health = sampleEvent({
  id: 'eventbridge-health',
  service,
  title: 'AWS Health event',
  says: 'AWS Health tells of an issue or a planned change.',
  eventType,
  fields: {
    affected: text('Service', 'EC2'),
    category: choice('Category', ['issue', 'accountNotification', 'scheduledChange']),
    description: long('Description', 'We are looking into increased API error rates.'),
    entity: text('Affected entity', 'i-0abc1234def567890'),
    ...place,
  },
  build: ({ affected, category, description, entity, ...at }, make) => {
    const code = `AWS_${affected.toUpperCase()}_OPERATIONAL_ISSUE`;
    return busEvent(
      {
        ...at,
        source: 'aws.health',
        detailType: 'AWS Health Event',
        resources: [entity],
        detail: {
          eventArn: `arn:${partitionOf(at.region)}:health:${at.region}::event/${affected}/${code}/${code}_${make.upper(8)}`,
          service: affected,
          eventTypeCode: code,
          eventTypeCategory: category,
          eventScopeCode: 'ACCOUNT_SPECIFIC',
          communicationId: make.hex(32),
          startTime: mailTime(make.at(-3_600_000)).replace('+0000', 'GMT'),
          lastUpdatedTime: mailTime(make.now).replace('+0000', 'GMT'),
          statusCode: 'open',
          eventRegion: at.region,
          eventDescription: [{ language: 'en_US', latestDescription: description }],
          affectedEntities: [{ entityValue: entity, status: 'IMPAIRED' }],
          affectedAccount: at.account,
          page: '1',
          totalPages: '1',
        },
      },
      make,
    );
  },
});

export const eventBridge = { custom, scheduled, instance, objectCreated, autoScaling, health };
