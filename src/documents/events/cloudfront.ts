import { encodedBody, parseHeaders, rawQuery, sourceIp, userAgent, type Pairs } from './http-parts.ts';
import { request as requestFields } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { long, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';

const service = 'CloudFront';
const { method, path, query, headers, body, bodyAs } = requestFields;
const common = { host: text('Host', 'shop.example.com'), method, path, query, headers };
const origin = text('Origin', 'orders-origin.example.com');
const answer = {
  status: text('Status', '200'),
  description: text('Status description', 'OK'),
  responseHeaders: long('Response headers', 'Content-Type: application/json\nCache-Control: max-age=60'),
};

const viewerRequest = sampleEvent({
  id: 'cloudfront-viewer-request',
  service,
  title: 'Lambda@Edge, viewer request',
  says: 'A viewer asks: before the cache is looked at.',
  fields: { ...common, body, bodyAs },
  build: ({ body: sent, bodyAs: as, ...of }, make) => {
    const { body: data } = encodedBody(sent, as);
    const asked = edgeRequest(of);
    const withBody = { action: 'read-only' as const, data, encoding: as, inputTruncated: false };
    return atEdge('viewer-request', { request: sent === '' ? asked : { ...asked, body: withBody } }, make);
  },
});

const originRequest = sampleEvent({
  id: 'cloudfront-origin-request',
  service,
  title: 'Lambda@Edge, origin request',
  says: 'The cache has nothing: before the origin is asked.',
  fields: { ...common, origin },
  build: ({ origin: domain, ...of }, make) =>
    atEdge('origin-request', { request: { ...edgeRequest(of), origin: customOrigin(domain) } }, make),
});

const originResponse = sampleEvent({
  id: 'cloudfront-origin-response',
  service,
  title: 'Lambda@Edge, origin response',
  says: 'The origin has answered: before the answer is kept in the cache.',
  fields: { ...common, origin, ...answer },
  build: ({ origin: domain, status, description, responseHeaders, ...of }, make) =>
    atEdge(
      'origin-response',
      {
        request: { ...edgeRequest(of), origin: customOrigin(domain) },
        response: {
          status,
          statusDescription: description,
          headers: edgeHeaders(parseHeaders(responseHeaders)),
        },
      },
      make,
    ),
});

const viewerResponse = sampleEvent({
  id: 'cloudfront-viewer-response',
  service,
  title: 'Lambda@Edge, viewer response',
  says: 'The answer is about to go to the viewer.',
  fields: { ...common, ...answer },
  build: ({ status, description, responseHeaders, ...of }, make) =>
    atEdge(
      'viewer-response',
      {
        request: edgeRequest(of),
        response: {
          status,
          statusDescription: description,
          headers: edgeHeaders(parseHeaders(responseHeaders)),
        },
      },
      make,
    ),
});

function atEdge<EventType extends string, Parts extends object>(
  eventType: EventType,
  parts: Parts,
  make: EventMaker,
) {
  const distribution = `d${make.lower(13)}.cloudfront.net`;
  const config = {
    distributionDomainName: distribution,
    distributionId: `E${make.upper(13)}`,
    eventType,
    requestId: `${make.letters(54)}==`,
  };
  return { Records: [{ cf: { config, ...parts } }] };
}

interface EdgeRequest {
  host: string;
  method: string;
  path: string;
  query: string;
  headers: string;
}

function edgeRequest({ host, method: verb, path: uri, query: asked, headers: sent }: EdgeRequest) {
  return {
    clientIp: sourceIp,
    headers: edgeHeaders([['Host', host], ['User-Agent', userAgent], ...parseHeaders(sent)]),
    method: verb,
    querystring: rawQuery(asked),
    uri,
  };
}

/** By lower-case name, each with the spelling that was sent. */
function edgeHeaders(pairs: Pairs): Record<string, { key: string; value: string }[]> {
  const byName = new Map<string, { key: string; value: string }[]>();
  for (const [key, value] of pairs) {
    const name = key.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), { key, value }]);
  }
  return Object.fromEntries(byName);
}

function customOrigin(domainName: string) {
  return {
    custom: {
      customHeaders: {},
      domainName,
      keepaliveTimeout: 5,
      path: '',
      port: 443,
      protocol: 'https' as const,
      readTimeout: 30,
      sslProtocols: ['TLSv1.2'],
    },
  };
}

export const cloudFront = { viewerRequest, originRequest, originResponse, viewerResponse };
