import { place, times } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { json, long, secret, text, whole } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';

const service = 'AppSync';
const fieldFields = {
  parent: text('Type', 'Query'),
  field: text('Field', 'order'),
  arguments: json('Arguments', '{"id":"ord_8812"}'),
  userName: text('User name', 'ada'),
};

const resolver = sampleEvent({
  id: 'appsync-resolver',
  service,
  title: 'Resolver',
  says: 'A field of a GraphQL request is resolved by a function.',
  eventType: 'appsync-resolver',
  fields: { ...fieldFields, region: place.region },
  build: (of, make) => resolved({ ...of, source: null }, make),
});

const batch = sampleEvent({
  id: 'appsync-batch-resolver',
  service,
  title: 'Batch resolver',
  says: 'The same field of several objects is resolved at once: a list of events.',
  eventType: 'appsync-batch-resolver',
  fields: {
    parent: text('Type', 'Order'),
    field: text('Field', 'customer'),
    arguments: json('Arguments', '{}'),
    userName: fieldFields.userName,
    count: whole('Objects', 2, [1, 100]),
    region: place.region,
  },
  build: ({ count: objects, ...of }, make) =>
    times(objects, (index) => resolved({ ...of, source: { id: `ord_${8812 + index}` } }, make)),
});

interface Resolved<Arguments, Source> {
  parent: string;
  field: string;
  arguments: Arguments;
  userName: string;
  source: Source;
  region: string;
}

function resolved<Arguments, Source>(of: Resolved<Arguments, Source>, make: EventMaker) {
  return {
    arguments: of.arguments,
    identity: identity(of, make),
    source: of.source,
    request: request(of.region, make),
    prev: null,
    info: {
      selectionSetList: ['id', 'status'],
      selectionSetGraphQL: '{\n  id\n  status\n}',
      parentTypeName: of.parent,
      fieldName: of.field,
      variables: {},
    },
    stash: {},
  };
}

function identity({ userName, region }: { userName: string; region: string }, make: EventMaker) {
  const sub = make.uuid();
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${region}_${make.letters(9)}`;
  return {
    sub,
    issuer,
    username: userName,
    claims: { sub, 'cognito:username': userName, token_use: 'access', iss: issuer },
    sourceIp: [http.sourceIp],
    defaultAuthStrategy: 'ALLOW',
    groups: null,
  };
}

function request(region: string, make: EventMaker) {
  const host = `${make.lower(26)}.appsync-api.${region}.amazonaws.com`;
  return {
    headers: {
      'content-type': 'application/json',
      host,
      'user-agent': http.userAgent,
      'x-forwarded-for': http.sourceIp,
    },
    domainName: null,
  };
}

const authorizer = sampleEvent({
  id: 'appsync-authorizer',
  service,
  title: 'Authorizer',
  says: 'An API with Lambda authorization asks about a token.',
  fields: {
    token: secret('Token', 'abc123'),
    query: long('Query', 'query GetOrder($id: ID!) { order(id: $id) { id status } }'),
    operation: text('Operation', 'GetOrder'),
    variables: json('Variables', '{"id":"ord_8812"}'),
    ...place,
  },
  build: ({ token, query, operation, variables, region, account }, make) => ({
    authorizationToken: token,
    requestContext: {
      apiId: make.lower(26),
      accountId: account,
      requestId: make.uuid(),
      queryString: query,
      operationName: operation,
      variables,
    },
    requestHeaders: request(region, make).headers,
  }),
});

const channelFields = {
  channel: text('Channel', '/orders/ord_8812'),
  userName: fieldFields.userName,
  region: place.region,
};

const publish = sampleEvent({
  id: 'appsync-events-publish',
  service,
  title: 'Events: publish',
  says: 'Somebody publishes to a channel of an Event API.',
  eventType: 'appsync-events-publish',
  fields: {
    ...channelFields,
    payload: json('Payload', '{"status":"paid"}'),
    count: whole('Events', 2, [1, 5]),
  },
  build: ({ payload, count: events, ...of }, make) => ({
    ...onChannel({ ...of, operation: 'PUBLISH' }, make),
    events: times(events, () => ({ payload, id: make.uuid() })),
  }),
});

const subscribe = sampleEvent({
  id: 'appsync-events-subscribe',
  service,
  title: 'Events: subscribe',
  says: 'Somebody subscribes to a channel of an Event API.',
  eventType: 'appsync-events-subscribe',
  fields: channelFields,
  build: (of, make) => ({ ...onChannel({ ...of, operation: 'SUBSCRIBE' }, make), events: null }),
});

function onChannel<Operation extends string>(
  { channel, operation, ...of }: { channel: string; operation: Operation; userName: string; region: string },
  make: EventMaker,
) {
  const segments = channel.split('/').filter((segment) => segment !== '');
  return {
    identity: identity(of, make),
    result: null,
    request: request(of.region, make),
    info: { channel: { path: channel, segments }, channelNamespace: { name: segments[0] ?? '' }, operation },
    error: null,
    prev: null,
    stash: {},
    outErrors: [],
  };
}

export const appSync = { resolver, batch, authorizer, publish, subscribe };
