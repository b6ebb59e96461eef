import type { EventMaker } from './event-maker.ts';
import * as http from './http-parts.ts';
import { logTime } from './times.ts';

export interface RequestV2 {
  method: string;
  path: string;
  query: string;
  headers: string;
  account: string;
  apiId: string;
  domainName: string;
  routeKey: string;
  stage: string;
}

/** What HTTP APIs and function URLs have in common: an HTTP request in payload format 2.0, but for its body. */
export function requestV2(request: RequestV2, make: EventMaker) {
  const sent = http.forwardedHeaders(http.parseHeaders(request.headers), request.domainName, make);
  const cookies = sent
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split(/; */));
  return {
    version: '2.0',
    routeKey: request.routeKey,
    rawPath: request.path,
    rawQueryString: http.rawQuery(request.query),
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: http.joinedValues(http.lowerNames(sent).filter(([name]) => name !== 'cookie')),
    ...optional('queryStringParameters', http.joinedValues(http.parseQuery(request.query))),
    requestContext: {
      accountId: request.account,
      apiId: request.apiId,
      domainName: request.domainName,
      domainPrefix: request.domainName.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: http.sourceIp,
        userAgent: http.userAgent,
      },
      requestId: `${make.letters(11)}=`,
      routeKey: request.routeKey,
      stage: request.stage,
      time: logTime(make.now),
      timeEpoch: make.now.getTime(),
    },
  };
}

/** A member that is left out where there is nothing in it. */
export function optional<Name extends string, Value extends object>(
  name: Name,
  value: Value,
): { [Key in Name]?: Value } {
  return Object.keys(value).length === 0 ? {} : ({ [name]: value } as { [Key in Name]?: Value });
}
