import { resolveEndpoint } from '../src/core/index.ts';
import { awsRegions } from '../src/documents/aws-regions.ts';

/**
 * The AWS hosts that the page may call, each named exactly: a wildcard such as `https://*.amazonaws.com`
 * would also admit anybody's bucket.
 */
export function awsOrigins(): string[] {
  return awsRegions.flatMap((region) => {
    const standard = lambdaOrigin(region, false, false);
    return [
      standard,
      lambdaOrigin(region, true, false),
      lambdaOrigin(region, false, true),
      lambdaOrigin(region, true, true),
      ...otherServices.map((service) => standard.replace('//lambda.', `//${service}.`)),
    ];
  });
}

/** Credentials and their owner, and the log that an invoke points to. Named as Lambda is, in every partition. */
const otherServices = ['sts', 'cognito-identity', 'logs'];

function lambdaOrigin(region: string, useFipsEndpoint: boolean, useDualstackEndpoint: boolean): string {
  const endpoint = resolveEndpoint({ region, useFipsEndpoint, useDualstackEndpoint });
  if (!endpoint.ok) throw new Error(endpoint.message);
  return endpoint.url;
}
