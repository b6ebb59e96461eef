import { arn, count, place, times } from './common-fields.ts';
import { gzipBase64Of } from './encodings.ts';
import { choice, long, text, whole } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { isoOffset } from './times.ts';

const logs = sampleEvent({
  id: 'cloudwatch-logs',
  service: 'CloudWatch',
  title: 'Logs subscription',
  says: 'Lines of a log group that match a filter: JSON in gzip in base64.',
  eventType: 'cloudwatch-logs',
  fields: {
    logGroup: text('Log group', '/aws/lambda/orders-create'),
    logStream: text('Log stream', '2026/03/14/[$LATEST]5f1d0c7b8e9a4d2c'),
    filter: text('Filter', 'errors'),
    message: long('Message', '[ERROR] Order ord_8812 has no customer'),
    count: count('Lines', 2),
    account: place.account,
  },
  build: ({ logGroup, logStream, filter, message, count: lines, account }, make) => {
    const data = {
      messageType: 'DATA_MESSAGE',
      owner: account,
      logGroup,
      logStream,
      subscriptionFilters: [filter],
      logEvents: times(lines, (index) => ({
        id: make.digits(56),
        timestamp: make.at(index).getTime(),
        message,
      })),
    };
    return { awslogs: { data: gzipBase64Of(JSON.stringify(data)) } };
  },
});

const alarm = sampleEvent({
  id: 'cloudwatch-alarm',
  service: 'CloudWatch',
  title: 'Alarm action',
  says: 'An alarm has changed its state and its action is a function.',
  fields: {
    alarm: text('Alarm', 'orders-errors'),
    state: choice('State', ['ALARM', 'OK', 'INSUFFICIENT_DATA']),
    namespace: text('Namespace', 'AWS/Lambda'),
    metric: text('Metric', 'Errors'),
    threshold: whole('Threshold', 5, [0, 1_000_000_000]),
    ...place,
  },
  build: ({ alarm: alarmName, state, namespace, metric, threshold, ...at }, make) => {
    const timestamp = isoOffset(make.now);
    const reason = `Threshold Crossed: 1 datapoint [${threshold + 2}.0] was greater than the threshold (${threshold}.0).`;
    return {
      source: 'aws.cloudwatch',
      alarmArn: arn('cloudwatch', at, `alarm:${alarmName}`),
      accountId: at.account,
      time: timestamp,
      region: at.region,
      alarmData: {
        alarmName,
        state: {
          value: state,
          reason,
          reasonData: JSON.stringify({
            version: '1.0',
            queryDate: timestamp,
            statistic: 'Sum',
            period: 60,
            recentDatapoints: [threshold + 2],
            threshold,
          }),
          timestamp,
        },
        previousState: {
          value: state === 'OK' ? 'ALARM' : 'OK',
          reason: `Threshold Crossed: 1 datapoint [0.0] was not greater than the threshold (${threshold}.0).`,
          timestamp: isoOffset(make.at(-300_000)),
        },
        configuration: {
          description: 'More errors than a person should sleep through',
          metrics: [
            {
              id: make.uuid(),
              metricStat: {
                metric: { namespace, name: metric, dimensions: { FunctionName: 'orders-create' } },
                period: 60,
                stat: 'Sum',
              },
              returnData: true,
            },
          ],
        },
      },
    };
  },
});

export const cloudWatch = { logs, alarm };
