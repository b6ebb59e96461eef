import { arn, place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { json, text } from './fields.ts';
import type { RawJson } from './raw-json.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const machineFields = {
  stateMachine: text('State machine', 'order-flow'),
  input: json('Input', '{"orderId":"ord_8812","total":129.90}'),
  ...place,
};

const task = sampleEvent({
  id: 'step-functions-task',
  service: 'Step Functions',
  title: 'Task with the context object',
  says: 'A Task state passes its input and the context object ($$).',
  fields: { state: text('State', 'ChargeCustomer'), ...machineFields },
  build: ({ input, ...of }, make) => ({ input, context: contextObject({ ...of, input }, make) }),
});

const waiting = sampleEvent({
  id: 'step-functions-task-token',
  service: 'Step Functions',
  title: 'Task that waits for a token',
  says: 'A Task state with .waitForTaskToken: the execution goes on when the token comes back.',
  fields: machineFields,
  build: ({ input, ...of }, make) => ({
    input,
    executionId: arn('states', of, `execution:${of.stateMachine}:${make.uuid()}`),
    taskToken: make.base64(300),
  }),
});

function contextObject(
  {
    stateMachine,
    state,
    input,
    ...at
  }: { stateMachine: string; state: string; input: RawJson; region: string; account: string },
  make: EventMaker,
) {
  const name = make.uuid();
  return {
    Execution: {
      Id: arn('states', at, `execution:${stateMachine}:${name}`),
      Input: input,
      Name: name,
      RoleArn: arn('iam', { region: '', account: at.account }, `role/${stateMachine}`),
      StartTime: isoMillis(make.at(-2000)),
    },
    State: { EnteredTime: isoMillis(make.now), Name: state, RetryCount: 0 },
    StateMachine: { Id: arn('states', at, `stateMachine:${stateMachine}`), Name: stateMachine },
  };
}

export const stepFunctions = { task, waiting };
