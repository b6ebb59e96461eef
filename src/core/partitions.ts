/**
 * The host suffix of the partition whose naming rule a region matches, of its standard (and FIPS) or its dual-stack
 * endpoints; an unknown region belongs to `aws`, as in AWS's own rules.
 */
export function hostSuffix(region: string, isDualstack = false): string {
  for (const row of partitions.split('\n')) {
    const [name, prefix, ...suffixes] = row.split(' ');
    const isRegion = new RegExp(`^(?:${prefix}-\\w+-\\d+|${name}-global)$`);
    if (isRegion.test(region)) return suffixes[Number(isDualstack)] ?? '';
  }
  return isDualstack ? 'api.aws' : 'amazonaws.com';
}

/**
 * Name, beginning of its regions, host suffix, dual-stack suffix. aws-us-gov is missing because it has those of
 * `aws`. Source: partitions.json of botocore 1.43.67.
 */
const partitions = `aws-cn cn amazonaws.com.cn api.amazonwebservices.com.cn
aws-eusc eusc-de amazonaws.eu api.amazonwebservices.eu
aws-iso us-iso c2s.ic.gov api.aws.ic.gov
aws-iso-b us-isob sc2s.sgov.gov api.aws.scloud
aws-iso-e eu-isoe cloud.adc-e.uk api.cloud-aws.adc-e.uk
aws-iso-f us-isof csp.hci.ic.gov api.aws.hci.ic.gov`;
