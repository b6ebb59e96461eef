import { apiAuthorizers } from './api-authorizers.ts';
import { apiGateway } from './api-gateway.ts';
import { apiWebSocket } from './api-websocket.ts';
import { appSync } from './appsync.ts';
import { assistants } from './assistants.ts';
import { brokers } from './brokers.ts';
import { cloudFormation } from './cloudformation.ts';
import { cloudFront } from './cloudfront.ts';
import { cloudWatch } from './cloudwatch.ts';
import { code } from './code.ts';
import { cognitoChallenges } from './cognito-challenges.ts';
import { cognito } from './cognito.ts';
import { config } from './config.ts';
import { deliveries } from './deliveries.ts';
import { eventBridgeCode } from './eventbridge-code.ts';
import { eventBridgeWork } from './eventbridge-work.ts';
import { eventBridge } from './eventbridge.ts';
import { iot } from './iot.ts';
import { lambda } from './lambda.ts';
import { loadBalancers } from './load-balancer.ts';
import { queues } from './queues.ts';
import { s3 } from './s3.ts';
import type { SampleEvent } from './sample-event.ts';
import { security } from './security.ts';
import { ses } from './ses.ts';
import { stepFunctions } from './step-functions.ts';
import { streams } from './streams.ts';
import { vpcLattice } from './vpc-lattice.ts';

/** All of them, those of a service beside each other, what people need most first. They are many: import this late. */
export const sampleEvents: readonly SampleEvent[] = [
  apiGateway,
  apiWebSocket,
  apiAuthorizers,
  loadBalancers,
  lambda,
  s3,
  queues,
  eventBridge,
  eventBridgeWork,
  eventBridgeCode,
  streams,
  deliveries,
  cloudWatch,
  cognito,
  cognitoChallenges,
  stepFunctions,
  appSync,
  brokers,
  iot,
  assistants,
  { ses },
  security,
  cloudFront,
  cloudFormation,
  config,
  code,
  vpcLattice,
].flatMap((group) => Object.values<SampleEvent>(group));
