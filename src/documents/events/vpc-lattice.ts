import { arn, place, request } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { text } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';

const latticeFields = {
  ...request,
  serviceName: text('Service', 'orders'),
  region: place.region,
};

const lattice = sampleEvent({
  id: 'vpc-lattice',
  service: 'VPC Lattice',
  title: 'Request, version 1',
  says: 'A request to a service of VPC Lattice whose target is a function.',
  eventType: 'vpc-lattice',
  fields: latticeFields,
  build: ({ method, path, query, headers, body, bodyAs, region, serviceName }, make) => {
    const sent = http.forwardedHeaders(
      http.parseHeaders(headers),
      latticeHost(serviceName, region, make),
      make,
    );
    const encoded = http.encodedBody(body, bodyAs);
    return {
      raw_path: query === '' ? path : `${path}?${http.rawQuery(query)}`,
      method,
      headers: http.joinedValues(http.lowerNames(sent)),
      query_string_parameters: http.lastValues(http.parseQuery(query)),
      body: encoded.body,
      is_base64_encoded: encoded.isBase64Encoded,
    };
  },
});

const latticeV2 = sampleEvent({
  id: 'vpc-lattice-v2',
  service: 'VPC Lattice',
  title: 'Request, version 2',
  says: 'The same with the newer event structure: who called, and every value of a header.',
  fields: { ...latticeFields, account: place.account },
  build: ({ method, path, query, headers, body, bodyAs, serviceName, ...at }, make) => {
    const sent = http.forwardedHeaders(
      http.parseHeaders(headers),
      latticeHost(serviceName, at.region, make),
      make,
    );
    return {
      version: '2.0',
      path: query === '' ? path : `${path}?${http.rawQuery(query)}`,
      method,
      headers: http.allValues(http.lowerNames(sent)),
      queryStringParameters: http.allValues(http.parseQuery(query)),
      ...http.encodedBody(body, bodyAs),
      requestContext: {
        serviceNetworkArn: arn('vpc-lattice', at, `servicenetwork/sn-${make.hex(17)}`),
        serviceArn: arn('vpc-lattice', at, `service/svc-${make.hex(17)}`),
        targetGroupArn: arn('vpc-lattice', at, `targetgroup/tg-${make.hex(17)}`),
        identity: { sourceVpcArn: arn('ec2', at, `vpc/vpc-${make.hex(17)}`) },
        region: at.region,
        timeEpoch: String(make.now.getTime() * 1000),
      },
    };
  },
});

function latticeHost(name: string, region: string, make: EventMaker): string {
  return `${name}-${make.hex(17)}.${make.hex(7)}.vpc-lattice-svcs.${region}.on.aws`;
}

export const vpcLattice = { lattice, latticeV2 };
