import { arn, domainOf, place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';

const resourceFields = {
  stack: text('Stack', 'orders'),
  logicalId: text('Logical ID', 'Seed'),
  type: text('Resource type', 'Custom::Seed'),
  table: text('Property “Table”', 'orders'),
};
const physicalId = text('Physical ID', 'orders-seed-1');

const create = sampleEvent({
  id: 'cloudformation-create',
  service: 'CloudFormation',
  title: 'Custom resource, create',
  says: 'A stack makes a custom resource and waits for the answer at ResponseURL.',
  eventType: 'cloudformation-create',
  fields: { ...resourceFields, ...place },
  build: (of, make) => ({ RequestType: 'Create' as const, ...customResource(of, make) }),
});

const update = sampleEvent({
  id: 'cloudformation-update',
  service: 'CloudFormation',
  title: 'Custom resource, update',
  says: 'A property of a custom resource has changed.',
  eventType: 'cloudformation-update',
  fields: { ...resourceFields, oldTable: text('Before', 'orders-old'), physicalId, ...place },
  build: ({ oldTable, physicalId: id, ...of }, make) => {
    const common = customResource(of, make);
    return {
      RequestType: 'Update' as const,
      ...common,
      PhysicalResourceId: id,
      OldResourceProperties: { ...common.ResourceProperties, Table: oldTable },
    };
  },
});

const remove = sampleEvent({
  id: 'cloudformation-delete',
  service: 'CloudFormation',
  title: 'Custom resource, delete',
  says: 'A custom resource has to go.',
  eventType: 'cloudformation-delete',
  fields: { ...resourceFields, physicalId, ...place },
  build: ({ physicalId: id, ...of }, make) => ({
    RequestType: 'Delete' as const,
    ...customResource(of, make),
    PhysicalResourceId: id,
  }),
});

interface Resource {
  stack: string;
  logicalId: string;
  type: string;
  table: string;
  region: string;
  account: string;
}

function customResource({ stack, logicalId, type, table, ...at }: Resource, make: EventMaker) {
  const ServiceToken = arn('lambda', at, 'function:orders-seed');
  const stackArn = arn('cloudformation', at, `stack/${stack}/${make.uuid()}`);
  const bucket = `https://cloudformation-custom-resource-response.s3.${at.region}.${domainOf(at.region)}`;
  const signed = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=7200&X-Amz-Signature=${make.hex(64)}`;
  return {
    ServiceToken,
    ResponseURL: `${bucket}/${encodeURIComponent(`${stackArn}|${logicalId}|${make.uuid()}`.toWellFormed())}?${signed}`,
    StackId: stackArn,
    RequestId: make.uuid(),
    LogicalResourceId: logicalId,
    ResourceType: type,
    ResourceProperties: { ServiceToken, Table: table },
  };
}

export const cloudFormation = { create, update, remove };
