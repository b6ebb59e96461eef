import type { InvokeErrorKind } from './types.ts';

/** What an error name of the API says about the call. */
export interface ErrorFacts {
  statusCode: number;
  kind: InvokeErrorKind;
  /** The answer proves that the handler was not started. */
  nothingRan: boolean;
  /** Nothing ran and the same request may succeed soon: mode `safe` may send it again. */
  retryable: boolean;
}

type Group = readonly [
  statusCode: number,
  kind: InvokeErrorKind,
  ran: 'no' | 'maybe' | 'no, retry',
  names: string,
];

/**
 * Every error name of Invoke (API model and recorded answers), the throttling names that SDKs know, and those
 * of the signature. EFSIOException, ServiceException and front-end troubles can strike a running handler.
 */
const groups: readonly Group[] = [
  [400, 'service', 'no', 'InvalidParameterValueException InvalidRequestContentException ValidationException'],
  [
    400,
    'service',
    'no',
    'ModeNotSupportedException NoPublishedVersionException RecursiveInvocationException',
  ],
  [400, 'service', 'no', 'SnapStartException'],
  [400, 'service', 'maybe', 'RequestTimeout'],
  [402, 'service', 'no', 'ServiceQuotaExceededException'],
  [403, 'access-denied', 'no', 'AccessDeniedException'],
  [403, 'credentials', 'no', 'InvalidSignatureException SignatureDoesNotMatch IncompleteSignatureException'],
  [403, 'credentials', 'no', 'ExpiredTokenException UnrecognizedClientException InvalidClientTokenId'],
  [403, 'credentials', 'no', 'MissingAuthenticationTokenException AuthFailure'],
  [403, 'clock-skew', 'no', 'RequestTimeTooSkewed RequestExpired RequestInTheFuture'],
  [403, 'service', 'no', 'EFSMountFailureException S3FilesMountFailureException'],
  [404, 'not-found', 'no', 'ResourceNotFoundException UnknownOperationException'],
  [408, 'service', 'no', 'EFSMountTimeoutException EFSMountConnectivityException SnapStartTimeoutException'],
  [408, 'service', 'no', 'S3FilesMountTimeoutException S3FilesMountConnectivityException'],
  [
    409,
    'service',
    'no',
    'ResourceConflictException SnapStartNotReadyException SnapStartRegenerationFailureException',
  ],
  [409, 'service', 'no', 'CodeArtifactUserPendingException CodeArtifactUserFailedException'],
  [409, 'service', 'no', 'CodeArtifactUserDeletedException DurableExecutionAlreadyStartedException'],
  [410, 'service', 'maybe', 'EFSIOException'],
  [413, 'too-large', 'no', 'RequestTooLargeException SerializedRequestEntityTooLargeException'],
  [413, 'too-large', 'no', 'RequestEntityTooLargeException'],
  [415, 'service', 'no', 'UnsupportedMediaTypeException'],
  [429, 'throttled', 'no, retry', 'TooManyRequestsException ThrottlingException ThrottledException SlowDown'],
  [429, 'throttled', 'no, retry', 'RequestThrottledException RequestLimitExceeded BandwidthLimitExceeded'],
  [429, 'throttled', 'no, retry', 'LimitExceededException ProvisionedThroughputExceededException'],
  [429, 'throttled', 'no, retry', 'PriorRequestNotComplete TransactionInProgressException'],
  [500, 'service', 'maybe', 'ServiceException InternalFailure InternalError InternalServerError'],
  [502, 'throttled', 'no, retry', 'EC2ThrottledException'],
  [502, 'service', 'no, retry', 'EC2UnexpectedException ENINotReadyException ResourceNotReadyException'],
  [
    502,
    'service',
    'no',
    'EC2AccessDeniedException ENILimitReachedException SubnetIPAddressLimitReachedException',
  ],
  [502, 'service', 'no', 'InvalidSubnetIDException InvalidSecurityGroupIDException'],
  [
    502,
    'service',
    'no',
    'KMSAccessDeniedException KMSDisabledException KMSInvalidStateException KMSNotFoundException',
  ],
  [502, 'service', 'no', 'InvalidRuntimeException InvalidZipFileException'],
  [503, 'service', 'maybe', 'ServiceUnavailableException'],
];

/** Every name of the table, as the API writes it. */
export const errorNames: readonly string[] = groups.flatMap(([, , , names]) => names.split(' '));

const factsByName = new Map<string, ErrorFacts>(
  groups.flatMap(([statusCode, kind, ran, names]) => {
    const facts = { statusCode, kind, nothingRan: ran !== 'maybe', retryable: ran === 'no, retry' };
    return names.split(' ').map((name) => [normalizeErrorCode(name), facts] as const);
  }),
);

/** The facts of an error name; undefined for a name that the table does not hold. */
export function errorFacts(code: string | undefined): ErrorFacts | undefined {
  return code === undefined ? undefined : factsByName.get(normalizeErrorCode(code));
}

/** Names are compared without case, and endpoints other than AWS leave out the word Exception. */
export function normalizeErrorCode(code: string): string {
  return code.toLowerCase().replace(/exception$/, '');
}
