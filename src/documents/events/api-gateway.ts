import { apiHost, restRequest } from './api-gateway-rest.ts';
import { place, request } from './common-fields.ts';
import { text } from './fields.ts';
import * as http from './http-parts.ts';
import { optional, requestV2 } from './http-v2.ts';
import { sampleEvent } from './sample-event.ts';

const service = 'API Gateway';

const rest = sampleEvent({
  id: 'apigw-rest',
  service,
  title: 'REST API, proxy',
  says: 'A request to a REST API with Lambda proxy integration, payload format 1.0.',
  eventType: 'apigw-rest',
  fields: {
    ...request,
    resource: text('Resource', '/orders/{orderId}', 'The path with its parameters in braces'),
    stage: text('Stage', 'prod'),
    ...place,
  },
  build: ({ body, bodyAs, ...sent }, make) => ({
    ...restRequest(sent, make),
    ...(body === '' ? { body: null, isBase64Encoded: false } : http.encodedBody(body, bodyAs)),
  }),
});

const httpV2 = sampleEvent({
  id: 'apigw-http',
  service,
  title: 'HTTP API, proxy',
  says: 'A request to an HTTP API, payload format 2.0.',
  eventType: 'apigw-http',
  fields: {
    ...request,
    route: text('Route', '/orders/{orderId}', 'Its path; the method stands before it'),
    stage: text('Stage', '$default'),
    ...place,
  },
  build: ({ body, bodyAs, route, ...sent }, make) => {
    const apiId = make.lower(10);
    const routeKey = `${sent.method} ${route}`;
    const domainName = apiHost(apiId, sent.region);
    return {
      ...requestV2({ ...sent, apiId, routeKey, domainName }, make),
      ...optional('pathParameters', http.pathParameters(route, sent.path)),
      ...(body === '' ? { isBase64Encoded: false } : http.encodedBody(body, bodyAs)),
    };
  },
});

export const apiGateway = { rest, httpV2 };
