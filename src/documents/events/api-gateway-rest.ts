import { domainOf } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import * as http from './http-parts.ts';
import { logTime } from './times.ts';

export interface RestRequest {
  method: string;
  path: string;
  query: string;
  headers: string;
  resource: string;
  stage: string;
  region: string;
  account: string;
}

/** A request to a REST API in payload format 1.0, but for its body: proxy events and authorizers have it. */
export function restRequest(request: RestRequest, make: EventMaker) {
  const apiId = make.lower(10);
  const domainName = apiHost(apiId, request.region);
  const headers = http.forwardedHeaders(http.parseHeaders(request.headers), domainName, make);
  const query = http.parseQuery(request.query);
  return {
    resource: request.resource,
    path: request.path,
    httpMethod: request.method,
    headers: http.lastValues(headers),
    multiValueHeaders: http.allValues(headers),
    queryStringParameters: http.orNull(http.lastValues(query)),
    multiValueQueryStringParameters: http.orNull(http.allValues(query)),
    pathParameters: http.orNull(http.pathParameters(request.resource, request.path)),
    stageVariables: null,
    requestContext: {
      accountId: request.account,
      apiId,
      authorizer: undefined,
      domainName,
      domainPrefix: apiId,
      extendedRequestId: `${make.letters(15)}=`,
      httpMethod: request.method,
      identity,
      path: `/${request.stage}${request.path}`,
      protocol: 'HTTP/1.1',
      requestId: make.uuid(),
      requestTime: logTime(make.now),
      requestTimeEpoch: make.now.getTime(),
      resourceId: make.lower(6),
      resourcePath: request.resource,
      stage: request.stage,
    },
  };
}

export function apiHost(apiId: string, region: string): string {
  return `${apiId}.execute-api.${region}.${domainOf(region)}`;
}

const identity = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: http.sourceIp,
  user: null,
  userAgent: http.userAgent,
  userArn: null,
};
