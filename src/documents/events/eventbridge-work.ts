import { busEvent } from './bus-event.ts';
import { arn, partitionOf, place } from './common-fields.ts';
import { choice, text, whole } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const service = 'EventBridge';
const eventType = 'eventbridge';

const task = sampleEvent({
  id: 'eventbridge-ecs-task',
  service,
  title: 'ECS task state',
  says: 'A task of a cluster has changed its state.',
  eventType,
  fields: {
    cluster: text('Cluster', 'workers'),
    container: text('Container', 'orders'),
    status: choice('Last status', ['STOPPED', 'RUNNING', 'PENDING', 'PROVISIONING', 'DEPROVISIONING']),
    exitCode: whole('Exit code', 0, [0, 255]),
    ...place,
  },
  build: ({ cluster, container, status, exitCode, ...at }, make) => {
    const id = make.hex(32);
    const taskArn = arn('ecs', at, `task/${cluster}/${id}`);
    return busEvent(
      {
        ...at,
        source: 'aws.ecs',
        detailType: 'ECS Task State Change',
        resources: [taskArn],
        detail: {
          clusterArn: arn('ecs', at, `cluster/${cluster}`),
          taskArn,
          taskDefinitionArn: arn('ecs', at, `task-definition/${container}:7`),
          launchType: 'FARGATE',
          platformVersion: '1.4.0',
          cpu: '256',
          memory: '512',
          availabilityZone: `${at.region}a`,
          group: `service:${container}`,
          desiredStatus: status === 'STOPPED' ? 'STOPPED' : 'RUNNING',
          lastStatus: status,
          createdAt: isoMillis(make.at(-120_000)),
          updatedAt: isoMillis(make.now),
          ...(status === 'STOPPED'
            ? { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' }
            : {}),
          containers: [
            {
              containerArn: arn('ecs', at, `container/${cluster}/${id}/${make.uuid()}`),
              name: container,
              lastStatus: status,
              taskArn,
              ...(status === 'STOPPED' ? { exitCode } : {}),
            },
          ],
          version: 5,
        },
      },
      make,
    );
  },
});

const finding = sampleEvent({
  id: 'eventbridge-guardduty',
  service,
  title: 'GuardDuty finding',
  says: 'GuardDuty has found something suspicious.',
  eventType,
  fields: {
    type: text('Finding type', 'UnauthorizedAccess:EC2/SSHBruteForce'),
    severity: choice('Severity', ['5', '2', '8', '9']),
    instanceId: text('Instance', 'i-0abc1234def567890'),
    ...place,
  },
  build: ({ type, severity, instanceId, ...at }, make) => {
    const detectorId = make.hex(32);
    const id = make.hex(32);
    return busEvent(
      {
        ...at,
        source: 'aws.guardduty',
        detailType: 'GuardDuty Finding',
        resources: [],
        detail: {
          schemaVersion: '2.0',
          accountId: at.account,
          region: at.region,
          partition: partitionOf(at.region),
          id,
          arn: arn('guardduty', at, `detector/${detectorId}/finding/${id}`),
          type,
          resource: { resourceType: 'Instance', instanceDetails: { instanceId, instanceType: 't3.small' } },
          service: {
            serviceName: 'guardduty',
            detectorId,
            action: {
              actionType: 'NETWORK_CONNECTION',
              networkConnectionAction: {
                connectionDirection: 'INBOUND',
                localPortDetails: { port: 22, portName: 'SSH' },
                protocol: 'TCP',
                blocked: false,
                remoteIpDetails: { ipAddressV4: http.sourceIp },
              },
            },
            eventFirstSeen: isoMillis(make.at(-900_000)),
            eventLastSeen: isoMillis(make.at(-60_000)),
            archived: false,
            count: 12,
          },
          severity: Number(severity),
          createdAt: isoMillis(make.at(-30_000)),
          updatedAt: isoMillis(make.now),
          title: `${type} on ${instanceId}.`,
          description: `${instanceId} shows the pattern of ${type}.`,
        },
      },
      make,
    );
  },
});

const execution = sampleEvent({
  id: 'eventbridge-step-functions',
  service,
  title: 'Step Functions execution status',
  says: 'An execution of a state machine has changed its status.',
  eventType,
  fields: {
    stateMachine: text('State machine', 'order-flow'),
    status: choice('Status', ['SUCCEEDED', 'RUNNING', 'FAILED', 'TIMED_OUT', 'ABORTED']),
    input: text('Input', '{"orderId":"ord_8812"}'),
    ...place,
  },
  build: ({ stateMachine, status, input, ...at }, make) => {
    const name = make.uuid();
    const executionArn = arn('states', at, `execution:${stateMachine}:${name}`);
    return busEvent(
      {
        ...at,
        source: 'aws.states',
        detailType: 'Step Functions Execution Status Change',
        resources: [executionArn],
        detail: {
          executionArn,
          stateMachineArn: arn('states', at, `stateMachine:${stateMachine}`),
          name,
          status,
          startDate: make.at(-4000).getTime(),
          stopDate: status === 'RUNNING' ? null : make.now.getTime(),
          input,
          output: status === 'SUCCEEDED' ? input : null,
          inputDetails: { included: true },
          outputDetails: status === 'SUCCEEDED' ? { included: true } : null,
        },
      },
      make,
    );
  },
});

export const eventBridgeWork = { task, finding, execution };
