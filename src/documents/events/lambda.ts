import { arn, place, request } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, json, text } from './fields.ts';
import * as http from './http-parts.ts';
import { requestV2 } from './http-v2.ts';
import { sampleEvent } from './sample-event.ts';
import { isoMillis } from './times.ts';

const functionUrl = sampleEvent({
  id: 'function-url',
  service: 'Lambda',
  title: 'Function URL',
  says: 'A request to the address of a function.',
  eventType: 'function-url',
  fields: { ...request, ...place },
  build: ({ body, bodyAs, ...sent }, make) => {
    const apiId = make.lower(32);
    const domainName = `${apiId}.lambda-url.${sent.region}.on.aws`;
    return {
      ...requestV2({ ...sent, apiId, domainName, routeKey: '$default', stage: '$default' }, make),
      ...(body === '' ? { isBase64Encoded: false } : http.encodedBody(body, bodyAs)),
    };
  },
});

const destinationFields = {
  functionName: text('Function', 'orders-create'),
  payload: json('Its event', '{"orderId":"ord_8812"}'),
};

const destinationSuccess = sampleEvent({
  id: 'lambda-destination-success',
  service: 'Lambda',
  title: 'Destination, on success',
  says: 'An asynchronous invocation has ended well.',
  fields: { ...destinationFields, response: json('Its response', '{"status":"created"}'), ...place },
  build: ({ payload, response, ...of }, make) => ({
    ...invocationRecord({ ...of, condition: 'Success', tries: 1 }, make),
    requestPayload: payload,
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: response,
  }),
});

const destinationFailure = sampleEvent({
  id: 'lambda-destination-failure',
  service: 'Lambda',
  title: 'Destination, on failure',
  says: 'An asynchronous invocation has failed for good, or has grown too old.',
  fields: {
    ...destinationFields,
    condition: choice('Why', ['RetriesExhausted', 'EventAgeExceeded']),
    message: text('Error message', 'Order ord_8812 has no customer'),
    ...place,
  },
  build: ({ payload, condition, message, ...of }, make) => ({
    ...invocationRecord({ ...of, condition, tries: 3 }, make),
    requestPayload: payload,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: {
      errorMessage: message,
      errorType: 'Error',
      trace: [`Error: ${message}`, '    at handler (/var/task/index.mjs:3:9)'],
    },
  }),
});

interface Invocation {
  region: string;
  account: string;
  functionName: string;
  condition: string;
  tries: number;
}

function invocationRecord({ functionName, condition, tries, ...at }: Invocation, make: EventMaker) {
  return {
    version: '1.0',
    timestamp: isoMillis(make.now),
    requestContext: {
      requestId: make.uuid(),
      functionArn: arn('lambda', at, `function:${functionName}:$LATEST`),
      condition,
      approximateInvokeCount: tries,
    },
  };
}

export const lambda = { functionUrl, destinationSuccess, destinationFailure };
