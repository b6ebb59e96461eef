// @ts-check
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Makes src/documents/event-schemas.json: JSON Schemas of the events that AWS services send to functions, for the
 * payload editor's completion and its gentle warnings. Source: the zod schemas of Powertools for AWS Lambda
 * (@aws-lambda-powertools/parser, MIT-0). Run it after an update of that package: `node scripts/gen-schemas.mjs`;
 * a test says when the file is not what this makes.
 *
 * @typedef {object} EventType
 * @property {string} id Kept in drafts: it must never change.
 * @property {string} group The service.
 * @property {string} label
 * @property {unknown} schema JSON Schema, draft 7: what Monaco's JSON service knows best.
 */

/** Id, service, label, and the name of the schema. @type {readonly [string, string, string, string][]} */
const events = [
  ['apigw-rest', 'API Gateway', 'REST API (payload 1.0)', 'APIGatewayProxyEventSchema'],
  ['apigw-http', 'API Gateway', 'HTTP API (payload 2.0)', 'APIGatewayProxyEventV2Schema'],
  ['apigw-websocket', 'API Gateway', 'WebSocket API', 'APIGatewayProxyWebsocketEventSchema'],
  ['apigw-authorizer-token', 'API Gateway', 'Authorizer, token', 'APIGatewayTokenAuthorizerEventSchema'],
  [
    'apigw-authorizer-request',
    'API Gateway',
    'Authorizer, request',
    'APIGatewayRequestAuthorizerEventSchema',
  ],
  [
    'apigw-authorizer-request-v2',
    'API Gateway',
    'Authorizer of an HTTP API',
    'APIGatewayRequestAuthorizerEventV2Schema',
  ],
  ['alb', 'Load Balancer', 'Application Load Balancer', 'AlbSchema'],
  ['alb-multi-value', 'Load Balancer', 'The same with multi-value headers', 'AlbMultiValueHeadersSchema'],
  ['function-url', 'Lambda', 'Function URL', 'LambdaFunctionUrlSchema'],
  ['vpc-lattice', 'VPC Lattice', 'Version 1', 'VpcLatticeSchema'],
  ['vpc-lattice-v2', 'VPC Lattice', 'Version 2', 'VpcLatticeV2Schema'],
  ['appsync-resolver', 'AppSync', 'Resolver', 'AppSyncResolverSchema'],
  ['appsync-batch-resolver', 'AppSync', 'Batch resolver', 'AppSyncBatchResolverSchema'],
  ['appsync-events-publish', 'AppSync', 'Events: publish', 'AppSyncEventsPublishSchema'],
  ['appsync-events-subscribe', 'AppSync', 'Events: subscribe', 'AppSyncEventsSubscribeSchema'],
  ['s3', 'S3', 'Notification', 'S3Schema'],
  ['s3-eventbridge', 'S3', 'Notification by EventBridge', 'S3EventNotificationEventBridgeSchema'],
  ['s3-object-lambda', 'S3', 'Object Lambda', 'S3ObjectLambdaEventSchema'],
  ['sqs', 'SQS', 'Messages', 'SqsSchema'],
  ['sns', 'SNS', 'Notification', 'SnsSchema'],
  ['eventbridge', 'EventBridge', 'Event or schedule', 'EventBridgeSchema'],
  ['dynamodb-stream', 'DynamoDB', 'Stream', 'DynamoDBStreamSchema'],
  ['kinesis-stream', 'Kinesis', 'Data stream', 'KinesisDataStreamSchema'],
  ['kinesis-dynamodb', 'Kinesis', 'DynamoDB changes in a data stream', 'KinesisDynamoDBStreamSchema'],
  ['firehose', 'Firehose', 'Transformation', 'KinesisFirehoseSchema'],
  ['firehose-sqs', 'Firehose', 'Transformation of SQS messages', 'KinesisFirehoseSqsSchema'],
  ['kafka-msk', 'Kafka', 'Amazon MSK', 'KafkaMskEventSchema'],
  ['kafka-self-managed', 'Kafka', 'Self-managed', 'KafkaSelfManagedEventSchema'],
  ['cloudwatch-logs', 'CloudWatch', 'Logs subscription', 'CloudWatchLogsSchema'],
  ['ses', 'SES', 'Incoming mail', 'SesSchema'],
  [
    'cloudformation-create',
    'CloudFormation',
    'Custom resource: create',
    'CloudFormationCustomResourceCreateSchema',
  ],
  [
    'cloudformation-update',
    'CloudFormation',
    'Custom resource: update',
    'CloudFormationCustomResourceUpdateSchema',
  ],
  [
    'cloudformation-delete',
    'CloudFormation',
    'Custom resource: delete',
    'CloudFormationCustomResourceDeleteSchema',
  ],
  ['cognito-pre-signup', 'Cognito', 'Pre sign-up', 'PreSignupTriggerSchema'],
  ['cognito-post-confirmation', 'Cognito', 'Post confirmation', 'PostConfirmationTriggerSchema'],
  ['cognito-pre-authentication', 'Cognito', 'Pre authentication', 'PreAuthenticationTriggerSchema'],
  ['cognito-post-authentication', 'Cognito', 'Post authentication', 'PostAuthenticationTriggerSchema'],
  ['cognito-pre-token', 'Cognito', 'Pre token generation, version 1', 'PreTokenGenerationTriggerSchemaV1'],
  [
    'cognito-pre-token-v2',
    'Cognito',
    'Pre token generation, versions 2 and 3',
    'PreTokenGenerationTriggerSchemaV2AndV3',
  ],
  ['cognito-migrate-user', 'Cognito', 'Migrate user', 'MigrateUserTriggerSchema'],
  ['cognito-custom-message', 'Cognito', 'Custom message', 'CustomMessageTriggerSchema'],
  ['cognito-custom-email', 'Cognito', 'Custom email sender', 'CustomEmailSenderTriggerSchema'],
  ['cognito-custom-sms', 'Cognito', 'Custom SMS sender', 'CustomSMSSenderTriggerSchema'],
  ['cognito-define-challenge', 'Cognito', 'Define auth challenge', 'DefineAuthChallengeTriggerSchema'],
  ['cognito-create-challenge', 'Cognito', 'Create auth challenge', 'CreateAuthChallengeTriggerSchema'],
  ['cognito-verify-challenge', 'Cognito', 'Verify auth challenge', 'VerifyAuthChallengeTriggerSchema'],
  ['connect-campaigns', 'Connect', 'Outbound campaigns', 'ConnectOutboundCampaignsSchema'],
  ['transfer-family', 'Transfer Family', 'Identity provider', 'TransferFamilySchema'],
];

/** The parser's schemas by the id of the event type. @returns {Promise<Map<string, import('zod').ZodType>>} */
export async function eventSchemas() {
  const schemas = new Map(Object.entries(await import('@aws-lambda-powertools/parser/schemas')));
  return new Map(
    events.map(([id, _group, _label, name]) => {
      const schema = schemas.get(name);
      if (!schema) throw new Error(`The parser has no ${name} any more`);
      return [id, schema];
    }),
  );
}

/** @returns {Promise<EventType[]>} */
export async function eventTypes() {
  const { z } = await import('zod');
  const schemas = await eventSchemas();
  return events.map(([id, group, label]) => {
    const schema = schemas.get(id);
    if (!schema) throw new Error(`No schema for ${id}`);
    const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      target: 'draft-7',
    });
    return { id, group, label, schema: withoutPatterns(rest) };
  });
}

/**
 * A format says what its long pattern says, in words that people can read.
 *
 * @param {unknown} node
 * @returns {unknown}
 */
function withoutPatterns(node) {
  if (Array.isArray(node)) return node.map(withoutPatterns);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => key !== 'pattern' || !('format' in node));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutPatterns(value)]));
}

export const schemasFile = fileURLToPath(new URL('../src/documents/event-schemas.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(schemasFile, `${JSON.stringify(await eventTypes())}\n`);
}
