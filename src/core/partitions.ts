/** The DNS names of an AWS partition. */
export interface Partition {
  /** Host suffix of the standard and FIPS endpoints. */
  dnsSuffix: string;
  dualStackDnsSuffix: string;
}

/** The partition whose naming rule a region matches; an unknown region belongs to `aws`, as in AWS's own rules. */
export function partitionOf(region: string): Partition {
  const [, dnsSuffix, dualStackDnsSuffix] =
    partitions.find(([pattern]) => pattern.test(region)) ?? commercial;
  return { dnsSuffix, dualStackDnsSuffix };
}

type Row = readonly [regions: RegExp, dnsSuffix: string, dualStackDnsSuffix: string];

const commercial: Row = [/./, 'amazonaws.com', 'api.aws'];

/** aws-cn, aws-us-gov, aws-eusc, aws-iso, -b, -e and -f. Source: partitions.json of botocore 1.43.67. */
const partitions: readonly Row[] = [
  [/^(?:cn-\w+-\d+|aws-cn-global)$/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  [/^(?:us-gov-\w+-\d+|aws-us-gov-global)$/, 'amazonaws.com', 'api.aws'],
  [/^(?:eusc-de-\w+-\d+|aws-eusc-global)$/, 'amazonaws.eu', 'api.amazonwebservices.eu'],
  [/^(?:us-iso-\w+-\d+|aws-iso-global)$/, 'c2s.ic.gov', 'api.aws.ic.gov'],
  [/^(?:us-isob-\w+-\d+|aws-iso-b-global)$/, 'sc2s.sgov.gov', 'api.aws.scloud'],
  [/^(?:eu-isoe-\w+-\d+|aws-iso-e-global)$/, 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  [/^(?:us-isof-\w+-\d+|aws-iso-f-global)$/, 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
];
