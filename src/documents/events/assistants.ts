import { arn, place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, long, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';
import { isoSeconds } from './times.ts';

const lexFields = {
  bot: text('Bot', 'OrderBot'),
  intent: text('Intent', 'OrderStatus'),
  slot: text('Slot', 'OrderId'),
  value: text('Its value', 'ord_8812'),
  said: text('What was said', 'Where is my order?'),
  mode: choice('Input', ['Text', 'Speech', 'DTMF']),
};

const lexDialog = sampleEvent({
  id: 'lex-dialog',
  service: 'Lex',
  title: 'V2, dialog code hook',
  says: 'A bot asks what to do with a turn of the conversation.',
  fields: lexFields,
  build: (of, make) => lexTurn({ ...of, source: 'DialogCodeHook', state: 'InProgress' }, make),
});

const lexFulfillment = sampleEvent({
  id: 'lex-fulfillment',
  service: 'Lex',
  title: 'V2, fulfillment code hook',
  says: 'All slots of an intent are filled: it can be done.',
  fields: lexFields,
  build: (of, make) => lexTurn({ ...of, source: 'FulfillmentCodeHook', state: 'ReadyForFulfillment' }, make),
});

interface LexTurn {
  bot: string;
  intent: string;
  slot: string;
  value: string;
  said: string;
  mode: 'Text' | 'Speech' | 'DTMF';
  source: 'DialogCodeHook' | 'FulfillmentCodeHook';
  state: 'InProgress' | 'ReadyForFulfillment';
}

function lexTurn({ bot, intent: name, slot, value, said, mode, source, state }: LexTurn, make: EventMaker) {
  const filled = { originalValue: value, interpretedValue: value, resolvedValues: [value] };
  const slots = Object.fromEntries([[slot, { shape: 'Scalar' as const, value: filled }]]);
  const intent = { name, slots, state, confirmationState: 'None' as const };
  return {
    messageVersion: '1.0',
    invocationSource: source,
    inputMode: mode,
    responseContentType: 'text/plain; charset=utf-8',
    sessionId: make.digits(15),
    inputTranscript: said,
    bot: {
      id: make.upper(10),
      name: bot,
      aliasId: 'TSTALIASID',
      aliasName: 'TestBotAlias',
      localeId: 'en_US',
      version: 'DRAFT',
    },
    interpretations: [{ intent, nluConfidence: 0.92 }],
    proposedNextState: { dialogAction: { type: 'Delegate' as const }, intent },
    sessionState: { sessionAttributes: {}, activeContexts: [], intent, originatingRequestId: make.uuid() },
    transcriptions: [
      {
        transcription: said,
        transcriptionConfidence: 1,
        resolvedContext: { intent: name },
        resolvedSlots: slots,
      },
    ],
  };
}

const agentFields = {
  agent: text('Agent', 'orders-agent'),
  group: text('Action group', 'orders'),
  said: text('What was said', 'Where is my order ord_8812?'),
  parameter: text('Parameter', 'orderId'),
  value: text('Its value', 'ord_8812'),
};

const bedrockApi = sampleEvent({
  id: 'bedrock-agent-api',
  service: 'Bedrock',
  title: 'Agent, API schema',
  says: 'An agent calls an operation of an action group that has an OpenAPI schema.',
  fields: {
    ...agentFields,
    method: choice('Method', ['POST', 'GET', 'PUT', 'DELETE', 'PATCH']),
    path: text('Path', '/orders/{orderId}/notes'),
    note: long('Body property “note”', 'Please ring twice'),
  },
  build: ({ method, path, note, ...of }, make) => ({
    ...agentCall(of, make),
    apiPath: path,
    httpMethod: method,
    requestBody: {
      content: { 'application/json': { properties: [{ name: 'note', type: 'string', value: note }] } },
    },
  }),
});

const bedrockFunction = sampleEvent({
  id: 'bedrock-agent-function',
  service: 'Bedrock',
  title: 'Agent, function details',
  says: 'An agent calls a function of an action group.',
  fields: { ...agentFields, name: text('Function', 'getOrderStatus') },
  build: ({ name, ...of }, make) => ({ ...agentCall(of, make), function: name }),
});

interface AgentCall {
  agent: string;
  group: string;
  said: string;
  parameter: string;
  value: string;
}

function agentCall({ agent, group, said, parameter, value }: AgentCall, make: EventMaker) {
  return {
    messageVersion: '1.0',
    agent: { name: agent, id: make.upper(10), alias: make.upper(10), version: '1' },
    inputText: said,
    sessionId: make.digits(15),
    actionGroup: group,
    parameters: [{ name: parameter, type: 'string', value }],
    sessionAttributes: {},
    promptSessionAttributes: {},
  };
}

const connect = sampleEvent({
  id: 'connect',
  service: 'Connect',
  title: 'Flow block',
  says: 'A flow of a contact centre calls a function; the answer becomes attributes of the contact.',
  fields: {
    channel: choice('Channel', ['VOICE', 'CHAT', 'EMAIL']),
    phone: text('Caller', '+12065550100'),
    line: text('Number called', '+12065550199'),
    parameter: text('Parameter “orderId”', 'ord_8812'),
    queue: text('Queue', 'Orders'),
    ...place,
  },
  build: ({ channel, phone, line, parameter, queue, ...at }, make) => {
    const contact = make.uuid();
    const instance = arn('connect', at, `instance/${make.uuid()}`);
    return {
      Details: {
        ContactData: {
          Attributes: { language: 'en' },
          Channel: channel,
          ContactId: contact,
          CustomerEndpoint: { Address: phone, Type: 'TELEPHONE_NUMBER' as const },
          InitialContactId: contact,
          InitiationMethod: 'INBOUND' as const,
          InstanceARN: instance,
          MediaStreams: { Customer: { Audio: null } },
          PreviousContactId: contact,
          Queue: { ARN: `${instance}/queue/${make.uuid()}`, Name: queue },
          SystemEndpoint: { Address: line, Type: 'TELEPHONE_NUMBER' as const },
        },
        Parameters: { orderId: parameter },
      },
      Name: 'ContactFlowEvent' as const,
    };
  },
});

const alexa = sampleEvent({
  id: 'alexa-skill',
  service: 'Alexa',
  title: 'Skill, intent request',
  says: 'Somebody asks a custom skill for something.',
  fields: {
    intent: text('Intent', 'OrderStatusIntent'),
    slot: text('Slot', 'orderId'),
    value: text('Its value', '8812'),
    locale: text('Locale', 'en-US'),
    session: choice('New session', ['yes', 'no']),
  },
  build: ({ intent, slot, value, locale, session }, make) => {
    const application = { applicationId: `amzn1.ask.skill.${make.uuid()}` };
    const user = { userId: `amzn1.ask.account.${make.upper(40)}` };
    return {
      version: '1.0',
      session: {
        new: session === 'yes',
        sessionId: `amzn1.echo-api.session.${make.uuid()}`,
        application,
        attributes: {},
        user,
      },
      context: {
        System: {
          application,
          user,
          device: { deviceId: `amzn1.ask.device.${make.upper(40)}`, supportedInterfaces: {} },
          apiEndpoint: 'https://api.amazonalexa.com',
        },
      },
      request: {
        type: 'IntentRequest',
        requestId: `amzn1.echo-api.request.${make.uuid()}`,
        locale,
        timestamp: isoSeconds(make.now),
        dialogState: 'COMPLETED',
        intent: {
          name: intent,
          confirmationStatus: 'NONE',
          slots: Object.fromEntries([
            [slot, { name: slot, value, confirmationStatus: 'NONE', source: 'USER' }],
          ]),
        },
      },
    };
  },
});

export const assistants = { lexDialog, lexFulfillment, bedrockApi, bedrockFunction, connect, alexa };
