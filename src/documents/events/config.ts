import { arn, place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, json, text } from './fields.ts';
import type { RawJson } from './raw-json.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const ruleFields = {
  rule: text('Rule', 'encrypted-volumes'),
  parameters: json('Rule parameters', '{"maxAgeDays":"90"}'),
};

const changed = sampleEvent({
  id: 'config-change',
  service: 'Config',
  title: 'Rule, configuration change',
  says: 'A resource has changed: does it comply? What has changed is JSON in a string.',
  fields: {
    ...ruleFields,
    resourceType: text('Resource type', 'AWS::EC2::Volume'),
    resourceId: text('Resource', 'vol-0abc1234def567890'),
    status: choice('Status', ['OK', 'ResourceDiscovered', 'ResourceDeleted']),
    ...place,
  },
  build: ({ resourceType, resourceId, status, ...of }, make) => {
    const configurationItem = {
      configurationItemCaptureTime: isoMillis(make.at(-5000)),
      awsAccountId: of.account,
      configurationItemStatus: status,
      resourceId,
      ARN: arn('ec2', of, `volume/${resourceId}`),
      awsRegion: of.region,
      availabilityZone: `${of.region}a`,
      resourceType,
      tags: { team: 'orders' },
      relationships: [],
      configuration: { encrypted: false, size: 8 },
    };
    const invokingEvent = {
      configurationItem,
      notificationCreationTime: isoMillis(make.now),
      messageType: 'ConfigurationItemChangeNotification',
      recordVersion: '1.3',
    };
    return evaluation({ ...of, invokingEvent, leftScope: status === 'ResourceDeleted' }, make);
  },
});

const periodic = sampleEvent({
  id: 'config-periodic',
  service: 'Config',
  title: 'Rule, periodic',
  says: 'A rule with a frequency is due.',
  fields: { ...ruleFields, ...place },
  build: (of, make) => {
    const invokingEvent = {
      awsAccountId: of.account,
      notificationCreationTime: isoMillis(make.now),
      messageType: 'ScheduledNotification',
      recordVersion: '1.0',
    };
    return evaluation({ ...of, invokingEvent, leftScope: false }, make);
  },
});

interface Evaluation {
  rule: string;
  parameters: RawJson;
  invokingEvent: object;
  leftScope: boolean;
  region: string;
  account: string;
}

function evaluation({ rule, parameters, invokingEvent, leftScope, ...at }: Evaluation, make: EventMaker) {
  const id = `config-rule-${make.lower(6)}`;
  return {
    version: '1.0',
    invokingEvent: JSON.stringify(invokingEvent),
    ruleParameters: parameters.text,
    resultToken: make.base64(60),
    eventLeftScope: leftScope,
    executionRoleArn: arn('iam', { region: '', account: at.account }, 'role/config-rules'),
    configRuleArn: arn('config', at, `config-rule/${id}`),
    configRuleName: rule,
    configRuleId: id,
    accountId: at.account,
  };
}

export const config = { changed, periodic };
