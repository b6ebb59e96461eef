/** The DNS names of an AWS partition. */
export interface Partition {
  name: string;
  /** Host suffix of the standard and FIPS endpoints. */
  dnsSuffix: string;
  dualStackDnsSuffix: string;
}

/** The partition whose naming rule a region matches; an unknown region belongs to `aws`, as in AWS's own rules. */
export function partitionOf(region: string): Partition {
  return partitions.find((partition) => partition.pattern.test(region)) ?? commercial;
}

const commercial: Partition = { name: 'aws', dnsSuffix: 'amazonaws.com', dualStackDnsSuffix: 'api.aws' };

/** Source: partitions.json of botocore 1.43.67. The commercial partition needs no pattern: it takes the rest. */
const partitions: readonly (Partition & { pattern: RegExp })[] = [
  partition('aws-cn', /^(?:cn-\w+-\d+|aws-cn-global)$/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'),
  partition('aws-us-gov', /^(?:us-gov-\w+-\d+|aws-us-gov-global)$/, 'amazonaws.com', 'api.aws'),
  partition('aws-eusc', /^(?:eusc-de-\w+-\d+|aws-eusc-global)$/, 'amazonaws.eu', 'api.amazonwebservices.eu'),
  partition('aws-iso', /^(?:us-iso-\w+-\d+|aws-iso-global)$/, 'c2s.ic.gov', 'api.aws.ic.gov'),
  partition('aws-iso-b', /^(?:us-isob-\w+-\d+|aws-iso-b-global)$/, 'sc2s.sgov.gov', 'api.aws.scloud'),
  partition(
    'aws-iso-e',
    /^(?:eu-isoe-\w+-\d+|aws-iso-e-global)$/,
    'cloud.adc-e.uk',
    'api.cloud-aws.adc-e.uk',
  ),
  partition('aws-iso-f', /^(?:us-isof-\w+-\d+|aws-iso-f-global)$/, 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'),
];

function partition(name: string, pattern: RegExp, dnsSuffix: string, dualStackDnsSuffix: string) {
  return { name, pattern, dnsSuffix, dualStackDnsSuffix };
}
