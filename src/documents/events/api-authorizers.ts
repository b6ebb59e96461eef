import { apiHost, restRequest } from './api-gateway-rest.ts';
import { arn, place, request } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { secret, text } from './fields.ts';
import { requestV2 } from './http-v2.ts';
import { sampleEvent } from './sample-event.ts';

const service = 'API Gateway';
const resource = text('Resource', '/orders/{orderId}', 'The path with its parameters in braces');
const stage = text('Stage', 'prod');
const methodArn = (
  at: { region: string; account: string; stage: string; method: string; path: string },
  make: EventMaker,
): string => arn('execute-api', at, `${make.lower(10)}/${at.stage}/${at.method}${at.path}`);

const { body: _body, bodyAs: _bodyAs, ...bare } = request;

const token = sampleEvent({
  id: 'apigw-authorizer-token',
  service,
  title: 'Authorizer, TOKEN',
  says: 'A REST API asks whether a token may call a method.',
  eventType: 'apigw-authorizer-token',
  fields: {
    token: secret('Token', 'Bearer eyJhbGciOiJub25lIn0.e30.'),
    method: bare.method,
    path: bare.path,
    stage,
    ...place,
  },
  build: ({ token, ...at }, make) => ({
    type: 'TOKEN' as const,
    authorizationToken: token,
    methodArn: methodArn(at, make),
  }),
});

const requestAuthorizer = sampleEvent({
  id: 'apigw-authorizer-request',
  service,
  title: 'Authorizer, REQUEST',
  says: 'A REST API asks whether a request may call a method.',
  eventType: 'apigw-authorizer-request',
  fields: { ...bare, resource, stage, ...place },
  build: (sent, make) => {
    const asked = restRequest(sent, make);
    const called = `${asked.requestContext.apiId}/${sent.stage}/${sent.method}${sent.path}`;
    return {
      type: 'REQUEST' as const,
      methodArn: arn('execute-api', sent, called),
      ...asked,
      // Empty here, and not null as in proxy events.
      queryStringParameters: asked.queryStringParameters ?? {},
      multiValueQueryStringParameters: asked.multiValueQueryStringParameters ?? {},
      pathParameters: asked.pathParameters ?? {},
      stageVariables: {},
    };
  },
});

const httpApi = sampleEvent({
  id: 'apigw-authorizer-http',
  service,
  title: 'Authorizer of an HTTP API',
  says: 'An HTTP API asks whether a request may call a route, payload format 2.0.',
  eventType: 'apigw-authorizer-request-v2',
  fields: {
    token: secret('Authorization', 'Bearer abc123'),
    ...bare,
    stage: text('Stage', '$default'),
    ...place,
  },
  build: ({ token, ...sent }, make) => {
    const apiId = make.lower(10);
    const routeKey = `${sent.method} ${sent.path}`;
    const headers = `Authorization: ${token}\n${sent.headers}`;
    const asked = requestV2(
      { ...sent, headers, apiId, routeKey, domainName: apiHost(apiId, sent.region) },
      make,
    );
    return {
      ...asked,
      type: 'REQUEST' as const,
      routeArn: arn('execute-api', sent, `${apiId}/${sent.stage}/${sent.method}${sent.path}`),
      identitySource: [token],
      cookies: asked.cookies ?? [],
    };
  },
});

export const apiAuthorizers = { token, request: requestAuthorizer, httpApi };
