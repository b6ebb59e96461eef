import type * as aws from 'aws-lambda';
import { expect, test } from 'vitest';
import { eventSchemas } from '../scripts/gen-schemas.mjs';
import { apiAuthorizers } from '../src/documents/events/api-authorizers.ts';
import { apiGateway } from '../src/documents/events/api-gateway.ts';
import { apiWebSocket } from '../src/documents/events/api-websocket.ts';
import { appSync } from '../src/documents/events/appsync.ts';
import { assistants } from '../src/documents/events/assistants.ts';
import { brokers } from '../src/documents/events/brokers.ts';
import { cloudFormation } from '../src/documents/events/cloudformation.ts';
import { cloudFront } from '../src/documents/events/cloudfront.ts';
import { cloudWatch } from '../src/documents/events/cloudwatch.ts';
import { code } from '../src/documents/events/code.ts';
import { cognitoChallenges } from '../src/documents/events/cognito-challenges.ts';
import { cognito } from '../src/documents/events/cognito.ts';
import { deliveries } from '../src/documents/events/deliveries.ts';
import { sampleEvents } from '../src/documents/events/event-list.ts';
import type { EventPorts } from '../src/documents/events/event-maker.ts';
import { eventText } from '../src/documents/events/event-text.ts';
import { eventBridgeCode } from '../src/documents/events/eventbridge-code.ts';
import { eventBridgeWork } from '../src/documents/events/eventbridge-work.ts';
import { eventBridge } from '../src/documents/events/eventbridge.ts';
import { iot } from '../src/documents/events/iot.ts';
import { lambda } from '../src/documents/events/lambda.ts';
import { loadBalancers } from '../src/documents/events/load-balancer.ts';
import { queues } from '../src/documents/events/queues.ts';
import { s3 } from '../src/documents/events/s3.ts';
import type { SampleEvent } from '../src/documents/events/sample-event.ts';
import { security } from '../src/documents/events/security.ts';
import { ses } from '../src/documents/events/ses.ts';
import { streams } from '../src/documents/events/streams.ts';

const ports: EventPorts = { now: new Date('2026-03-14T09:26:53.589Z'), seed: 'types' };
const built = <Built>(event: SampleEvent<Built>): Built => event.build({}, ports);

/** AWS sends null where a trigger has not answered yet; the types have what a trigger may answer. */
type Unanswered<Event extends { response: object }> = Omit<Event, 'response'> & {
  response: { [Name in keyof Event['response']]: Event['response'][Name] | null };
};

/** What is deleted has neither size nor ETag. */
type Deleted = {
  Records: (Omit<aws.S3EventRecord, 's3'> & { s3: Omit<aws.S3EventRecord['s3'], 'object'> })[];
};

// tsc holds each of these against the types that functions are written with.
const typed = [
  built(apiGateway.rest) satisfies aws.APIGatewayProxyEvent,
  built(apiGateway.httpV2) satisfies aws.APIGatewayProxyEventV2,
  built(apiWebSocket.message) satisfies aws.APIGatewayProxyWebsocketEventV2,
  built(apiAuthorizers.token) satisfies aws.APIGatewayTokenAuthorizerEvent,
  built(apiAuthorizers.request) satisfies aws.APIGatewayRequestAuthorizerEvent,
  built(apiAuthorizers.httpApi) satisfies aws.APIGatewayRequestAuthorizerEventV2,
  built(loadBalancers.single) satisfies aws.ALBEvent,
  built(loadBalancers.multiValue) satisfies aws.ALBEvent,
  built(lambda.functionUrl) satisfies aws.LambdaFunctionURLEvent,
  built(s3.put) satisfies aws.S3Event,
  built(s3.copy) satisfies aws.S3Event,
  built(s3.multipart) satisfies aws.S3Event,
  built(s3.remove) satisfies Deleted,
  built(s3.batch) satisfies aws.S3BatchEvent,
  built(queues.one) satisfies aws.SQSEvent,
  built(queues.several) satisfies aws.SQSEvent,
  built(queues.fifo) satisfies aws.SQSEvent,
  built(queues.fromTopic) satisfies aws.SQSEvent,
  built(queues.fromBus) satisfies aws.SQSEvent,
  built(queues.notification) satisfies aws.SNSEvent,
  built(queues.withAttributes) satisfies aws.SNSEvent,
  built(eventBridge.custom) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridge.scheduled) satisfies aws.ScheduledEvent,
  built(eventBridge.instance) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridge.objectCreated) satisfies aws.S3ObjectCreatedNotificationEvent,
  built(eventBridge.autoScaling) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridge.health) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridgeWork.task) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridgeWork.finding) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridgeWork.execution) satisfies aws.EventBridgeEvent<string, unknown>,
  built(eventBridgeCode.pipeline) satisfies aws.CodePipelineCloudWatchPipelineEvent,
  built(eventBridgeCode.build) satisfies aws.CodeBuildCloudWatchStateEvent,
  built(eventBridgeCode.imagePush) satisfies aws.EventBridgeEvent<string, unknown>,
  built(streams.insert) satisfies aws.DynamoDBStreamEvent,
  built(streams.modify) satisfies aws.DynamoDBStreamEvent,
  built(streams.remove) satisfies aws.DynamoDBStreamEvent,
  built(streams.kinesis) satisfies aws.KinesisStreamEvent,
  built(streams.tableInKinesis) satisfies aws.KinesisStreamEvent,
  built(deliveries.firehose) satisfies aws.FirehoseTransformationEvent,
  built(deliveries.fromStream) satisfies aws.FirehoseTransformationEvent,
  built(cloudWatch.logs) satisfies aws.CloudWatchLogsEvent,
  built(cloudWatch.alarm) satisfies aws.CloudWatchAlarmEvent,
  built(cognito.preSignUp) satisfies Omit<aws.PreSignUpTriggerEvent, 'triggerSource'>,
  built(cognito.postConfirmation) satisfies Omit<aws.PostConfirmationTriggerEvent, 'triggerSource'>,
  built(cognito.preAuthentication) satisfies aws.PreAuthenticationTriggerEvent,
  built(cognito.postAuthentication) satisfies aws.PostAuthenticationTriggerEvent,
  built(cognito.preToken) satisfies Omit<aws.PreTokenGenerationTriggerEvent, 'triggerSource'>,
  built(cognito.preTokenV2) satisfies Omit<aws.PreTokenGenerationV2TriggerEvent, 'triggerSource'>,
  built(cognito.customMessage) satisfies Omit<aws.CustomMessageTriggerEvent, 'triggerSource'>,
  built(cognito.migration) satisfies Omit<Unanswered<aws.UserMigrationTriggerEvent>, 'triggerSource'>,
  built(cognitoChallenges.define) satisfies Unanswered<aws.DefineAuthChallengeTriggerEvent>,
  built(cognitoChallenges.create) satisfies Unanswered<aws.CreateAuthChallengeTriggerEvent>,
  built(cognitoChallenges.verify) satisfies aws.VerifyAuthChallengeResponseTriggerEvent,
  built(cognitoChallenges.customEmail) satisfies aws.CustomEmailSenderTriggerEvent,
  built(appSync.resolver) satisfies aws.AppSyncResolverEvent<unknown>,
  built(appSync.batch) satisfies aws.AppSyncResolverEvent<unknown>[],
  built(appSync.authorizer) satisfies Omit<aws.AppSyncAuthorizerEvent, 'requestContext'>,
  built(brokers.msk) satisfies aws.MSKEvent,
  built(brokers.selfManaged) satisfies aws.SelfManagedKafkaEvent,
  built(iot.rule) satisfies aws.IoTEvent<object>,
  built(iot.authorizer) satisfies aws.IoTCustomAuthorizerEvent,
  built(iot.provisioning) satisfies aws.IoTPreProvisioningHookEvent,
  built(assistants.lexDialog) satisfies aws.LexV2Event,
  built(assistants.lexFulfillment) satisfies aws.LexV2Event,
  built(assistants.connect) satisfies aws.ConnectContactFlowEvent,
  built(ses) satisfies aws.SESEvent,
  built(security.rotation) satisfies aws.SecretsManagerRotationEvent,
  built(security.transferFamily) satisfies aws.TransferFamilyAuthorizerEvent,
  built(cloudFront.viewerRequest) satisfies aws.CloudFrontRequestEvent,
  built(cloudFront.originRequest) satisfies aws.CloudFrontRequestEvent,
  built(cloudFront.originResponse) satisfies aws.CloudFrontResponseEvent,
  built(cloudFront.viewerResponse) satisfies aws.CloudFrontResponseEvent,
  built(cloudFormation.create) satisfies aws.CloudFormationCustomResourceCreateEvent,
  built(cloudFormation.update) satisfies aws.CloudFormationCustomResourceUpdateEvent,
  built(cloudFormation.remove) satisfies aws.CloudFormationCustomResourceDeleteEvent,
  built(code.pipelineJob) satisfies aws.CodePipelineEvent,
  built(code.commit) satisfies aws.CodeCommitTriggerEvent,
];

test('every event for which there is a type is held against it, and nearly all have one', () => {
  expect(typed.every((event) => typeof event === 'object')).toBe(true);
  expect(typed.length).toBeGreaterThan(70);
});

const schemas = await eventSchemas();

test.each(sampleEvents.map((event) => [`${event.service}, ${event.title}`, event] as const))(
  '%s is what its schema of Powertools takes',
  (_name, event) => {
    const text = eventText(event, {}, ports);
    const value: unknown = text.ok ? JSON.parse(text.text) : null;
    expect(value).toBeTypeOf('object');
    if (event.eventType === null) return;
    const schema = schemas.get(event.eventType);
    expect(schema, `the schema ${event.eventType}`).toBeDefined();
    const parsed = schema?.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  },
);

test('a schema that no sample event uses contradicts what AWS documents, or has no sample', () => {
  const used = new Set(sampleEvents.map(({ eventType }) => eventType));
  expect([...schemas.keys()].filter((id) => !used.has(id))).toEqual([
    // It has one value for a header and for a query parameter, where version 2 has lists.
    'vpc-lattice-v2',
    'firehose-sqs',
    'cognito-custom-sms',
    'connect-campaigns',
  ]);
});
