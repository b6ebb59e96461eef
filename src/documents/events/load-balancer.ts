import { arn, place, request } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { text } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';

const albFields = { ...request, targetGroup: text('Target group', 'orders'), ...place };

const loadBalancer = sampleEvent({
  id: 'alb',
  service: 'Load Balancer',
  title: 'Application Load Balancer',
  says: 'A request to a target group whose target is a function.',
  eventType: 'alb',
  fields: albFields,
  build: (sent, make) => {
    const { query, headers, ...common } = balanced(sent, make);
    return { ...common, queryStringParameters: http.lastValues(query), headers: http.lastValues(headers) };
  },
});

const multiValue = sampleEvent({
  id: 'alb-multi-value',
  service: 'Load Balancer',
  title: 'The same with multi-value headers',
  says: 'A request to a target group with multi-value headers on: every value arrives.',
  eventType: 'alb-multi-value',
  fields: albFields,
  build: (sent, make) => {
    const { query, headers, ...common } = balanced(sent, make);
    return {
      ...common,
      multiValueQueryStringParameters: http.allValues(query),
      multiValueHeaders: http.allValues(headers),
    };
  },
});

interface Balanced {
  method: string;
  path: string;
  query: string;
  headers: string;
  body: string;
  bodyAs: 'text' | 'base64';
  targetGroup: string;
  region: string;
  account: string;
}

/** A load balancer lowers the names of headers and decodes nothing of the query. */
function balanced(
  { method, path, query, headers, body, bodyAs, targetGroup, ...at }: Balanced,
  make: EventMaker,
) {
  const host = `orders-${make.digits(10)}.${at.region}.elb.amazonaws.com`;
  return {
    requestContext: {
      elb: { targetGroupArn: arn('elasticloadbalancing', at, `targetgroup/${targetGroup}/${make.hex(16)}`) },
    },
    httpMethod: method,
    path,
    query: http.parseRawQuery(query),
    headers: http.lowerNames(http.forwardedHeaders(http.parseHeaders(headers), host, make)),
    ...http.encodedBody(body, bodyAs),
  };
}

export const loadBalancers = { single: loadBalancer, multiValue };
