/**
 * The AWS hosts that the page may call, each named exactly: a wildcard such as `https://*.amazonaws.com`
 * would also admit anybody's bucket. Source: AWS general reference, endpoints of Lambda, STS, Amazon
 * Cognito identity pools and CloudWatch Logs.
 */
export function awsOrigins(): string[] {
  return partitions.flatMap(({ suffix, dualStackSuffix, regions }) =>
    regions.flatMap((region) => [
      `https://lambda.${region}.${suffix}`,
      `https://lambda-fips.${region}.${suffix}`,
      `https://lambda.${region}.${dualStackSuffix}`,
      `https://lambda-fips.${region}.${dualStackSuffix}`,
      `https://sts.${region}.${suffix}`,
      `https://cognito-identity.${region}.${suffix}`,
      `https://logs.${region}.${suffix}`,
    ]),
  );
}

interface Partition {
  suffix: string;
  dualStackSuffix: string;
  regions: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Partitions that a browser on the internet reaches; the isolated ones are not among them. */
const partitions: readonly Partition[] = [
  {
    suffix: 'amazonaws.com',
    dualStackSuffix: 'api.aws',
    regions: words(`
      af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2
      ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7
      ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3
      il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2
      us-gov-east-1 us-gov-west-1`),
  },
  {
    suffix: 'amazonaws.com.cn',
    dualStackSuffix: 'api.amazonwebservices.com.cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
  {
    suffix: 'amazonaws.eu',
    dualStackSuffix: 'api.amazonwebservices.eu',
    regions: ['eusc-de-east-1'],
  },
];
