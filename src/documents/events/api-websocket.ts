import { apiHost } from './api-gateway-rest.ts';
import { arn, place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, long, text } from './fields.ts';
import * as http from './http-parts.ts';
import { optional } from './http-v2.ts';
import { sampleEvent } from './sample-event.ts';
import { logTime } from './times.ts';

const service = 'API Gateway';
const stage = text('Stage', 'prod');
const socketFields = { stage, region: place.region };

const connect = sampleEvent({
  id: 'apigw-websocket-connect',
  service,
  title: 'WebSocket API, connect',
  says: 'A client opens a connection: the $connect route.',
  fields: {
    query: text('Query', 'token=abc123'),
    headers: long('Headers', 'Origin: https://example.com'),
    ...socketFields,
  },
  build: ({ query, headers, ...where }, make) => {
    const socket = socketContext({ ...where, routeKey: '$connect', eventType: 'CONNECT' }, make);
    const sent = http.forwardedHeaders(http.parseHeaders(headers), socket.domainName, make);
    const asked = http.parseQuery(query);
    return {
      headers: http.lastValues(sent),
      multiValueHeaders: http.allValues(sent),
      ...optional('queryStringParameters', http.lastValues(asked)),
      ...optional('multiValueQueryStringParameters', http.allValues(asked)),
      requestContext: socket,
      isBase64Encoded: false,
    };
  },
});

const message = sampleEvent({
  id: 'apigw-websocket-message',
  service,
  title: 'WebSocket API, message',
  says: 'A client sends a message over its connection.',
  fields: {
    route: text('Route', '$default'),
    body: long('Message', '{"action":"sendOrder","orderId":"ord_8812"}'),
    ...socketFields,
  },
  build: ({ route, body, ...where }, make) => ({
    requestContext: {
      ...socketContext({ ...where, routeKey: route, eventType: 'MESSAGE' }, make),
      messageId: `${make.letters(15)}=`,
    },
    body,
    isBase64Encoded: false,
  }),
});

const disconnect = sampleEvent({
  id: 'apigw-websocket-disconnect',
  service,
  title: 'WebSocket API, disconnect',
  says: 'A connection has closed: the $disconnect route.',
  fields: {
    code: choice('Status code', ['1001', '1000', '1005', '1006']),
    reason: text('Reason', 'Going away'),
    ...socketFields,
  },
  build: ({ code, reason, ...where }, make) => {
    const socket = socketContext({ ...where, routeKey: '$disconnect', eventType: 'DISCONNECT' }, make);
    const sent = http.forwardedHeaders([], socket.domainName, make);
    return {
      headers: http.lastValues(sent),
      multiValueHeaders: http.allValues(sent),
      requestContext: { ...socket, disconnectStatusCode: Number(code), disconnectReason: reason },
      isBase64Encoded: false,
    };
  },
});

const authorizer = sampleEvent({
  id: 'apigw-websocket-authorizer',
  service,
  title: 'WebSocket API, authorizer',
  says: 'A client wants to connect: a REQUEST authorizer decides.',
  eventType: 'apigw-websocket',
  fields: {
    query: text('Query', 'token=abc123'),
    headers: long('Headers', 'Origin: https://example.com'),
    ...socketFields,
    account: place.account,
  },
  build: ({ query, headers, ...where }, make) => {
    const socket = socketContext({ ...where, routeKey: '$connect', eventType: 'CONNECT' }, make);
    const sent = http.forwardedHeaders(http.parseHeaders(headers), socket.domainName, make);
    const asked = http.parseQuery(query);
    return {
      type: 'REQUEST' as const,
      methodArn: arn('execute-api', where, `${socket.apiId}/${where.stage}/$connect`),
      headers: http.lastValues(sent),
      multiValueHeaders: http.allValues(sent),
      queryStringParameters: http.lastValues(asked),
      multiValueQueryStringParameters: http.allValues(asked),
      stageVariables: {},
      requestContext: { ...socket, messageId: null },
      isBase64Encoded: false,
    };
  },
});

interface Socket<EventType> {
  routeKey: string;
  eventType: EventType;
  stage: string;
  region: string;
}

function socketContext<EventType extends 'CONNECT' | 'MESSAGE' | 'DISCONNECT'>(
  { routeKey, eventType, stage: stageName, region }: Socket<EventType>,
  make: EventMaker,
) {
  const apiId = make.lower(10);
  return {
    routeKey,
    eventType,
    extendedRequestId: `${make.letters(15)}=`,
    requestTime: logTime(make.now),
    messageDirection: 'IN' as const,
    stage: stageName,
    connectedAt: make.at(-1500).getTime(),
    requestTimeEpoch: make.now.getTime(),
    identity: { sourceIp: http.sourceIp, userAgent: http.userAgent },
    requestId: `${make.letters(15)}=`,
    domainName: apiHost(apiId, region),
    connectionId: `${make.letters(15)}=`,
    apiId,
  };
}

export const apiWebSocket = { connect, message, disconnect, authorizer };
