import type { ErrorRow } from './error-catalogue.ts';

/** What is wrong with the request, its sender or the moment it came. */
export const requestErrors: readonly ErrorRow[] = [
  [
    400,
    'InvalidParameterValueException',
    'A parameter is wrong',
    'Lambda refused a value that was sent beside the payload.',
    'Read the message: mostly the qualifier contradicts the name, a tenant id is missing or not expected, or the client context is not base64 of JSON.',
  ],
  [
    400,
    'InvalidRequestContentException',
    'The payload is not valid JSON',
    'Lambda could not parse the payload.',
    'Correct it at the line and column that the message names.',
  ],
  [
    400,
    'ValidationException',
    'Name or qualifier is malformed',
    'A value does not match the API’s pattern or length.',
    'Look for stray characters, and for a region or account that is missing in an ARN.',
  ],
  [
    400,
    'ModeNotSupportedException',
    'Invocation type not supported',
    'The function cannot be invoked this way.',
    'Switch between RequestResponse and Event.',
  ],
  [
    400,
    'RecursiveInvocationException',
    'Stopped as a loop',
    'Lambda found the function invoking itself through other services.',
    'Check its triggers; if the loop is meant, change its recursion configuration.',
  ],
  [
    400,
    'RequestTimeout',
    'Request came too slowly',
    'The service gave up waiting for the rest of the request.',
    'Check the connection and run again.',
  ],
  [
    402,
    'ServiceQuotaExceededException',
    'Quota exceeded',
    'The account has reached a quota.',
    'Request an increase in Service Quotas.',
  ],
  [
    403,
    'AccessDeniedException',
    'Access denied',
    'The credentials are valid but not allowed to do this.',
    'Grant lambda:InvokeFunction, or the action that the message names, on this ARN and qualifier, and look for a policy that denies it.',
  ],
  [
    403,
    'InvalidSignatureException SignatureDoesNotMatch AuthFailure',
    'Signature rejected',
    'The signature does not match the request.',
    'Check the secret access key, then that region and endpoint belong together and that no proxy changes the request.',
  ],
  [
    403,
    'IncompleteSignatureException MissingAuthenticationTokenException',
    'Signature missing or incomplete',
    'The request came without a complete signature.',
    'Enter credentials; if they are there, look for a proxy that removes the Authorization header.',
  ],
  [
    403,
    'ExpiredTokenException',
    'Session expired',
    'The session token is past its end.',
    'Renew the credentials and run again.',
  ],
  [
    403,
    'UnrecognizedClientException InvalidClientTokenId',
    'Unknown credentials',
    'AWS does not know this access key or session token.',
    'Check access key id and session token, and that the region is in the account’s partition.',
  ],
  [
    403,
    'RequestTimeTooSkewed RequestExpired RequestInTheFuture',
    'This device’s clock is wrong',
    'The time of the signature is too far from the server’s.',
    'Set the clock of this device and run again.',
  ],
  [
    404,
    'ResourceNotFoundException',
    'Function not found',
    'There is no such function, version or alias in this account and region.',
    'Check name, qualifier, region and account.',
  ],
  [
    404,
    'UnknownOperationException',
    'Not a Lambda endpoint',
    'The server does not know this operation.',
    'Check the endpoint URL.',
  ],
  [
    409,
    'DurableExecutionAlreadyStartedException',
    'Execution name already used',
    'A durable execution of this name was started with another payload.',
    'Choose another name, or send that payload to get its result.',
  ],
  [
    413,
    'RequestTooLargeException SerializedRequestEntityTooLargeException RequestEntityTooLargeException',
    'Payload too large',
    'The request exceeds 6 MB, or 1 MB for an Event.',
    'Shrink the payload, or store the data in S3 and pass a reference.',
  ],
  [
    415,
    'UnsupportedMediaTypeException',
    'Content type refused',
    'The endpoint does not take the body’s content type.',
    'Check that no proxy changes the request’s headers.',
  ],
  [
    429,
    'TooManyRequestsException ThrottlingException ThrottledException RequestThrottledException RequestLimitExceeded BandwidthLimitExceeded LimitExceededException SlowDown ProvisionedThroughputExceededException PriorRequestNotComplete TransactionInProgressException',
    'Throttled',
    'More requests came than a limit allows.',
    'Wait a moment and run again.',
  ],
  [
    500,
    'ServiceException InternalFailure InternalError InternalServerError',
    'Lambda failed internally',
    'The error lies in the service, not in the request.',
    'Look in the function’s log whether it ran, then try again later; give AWS Support the request id.',
  ],
  [
    503,
    'ServiceUnavailableException',
    'Service unavailable',
    'The service cannot take requests at the moment.',
    'Look in the function’s log whether it ran, then try again later.',
  ],
];

const slowDown = 'Wait a moment and run again, or raise the limit.';

/** Which limit a throttled call ran into, by the API's Reason: meaning and next step. */
export const throttleReasons: ReadonlyMap<string, readonly [meaning: string, nextStep: string]> = new Map([
  [
    'ConcurrentInvocationLimitExceeded',
    ['All concurrency of the account in this region is in use.', slowDown],
  ],
  [
    'ReservedFunctionConcurrentInvocationLimitExceeded',
    ['All concurrency reserved for this function is in use, or it reserves 0.', slowDown],
  ],
  [
    'FunctionInvocationRateLimitExceeded',
    ['The function is invoked too often a second for its concurrency.', slowDown],
  ],
  [
    'ReservedFunctionInvocationRateLimitExceeded',
    ['The function is invoked too often a second for its reserved concurrency.', slowDown],
  ],
  [
    'CallerRateLimitExceeded',
    ['This caller sends too many requests a second.', 'Wait a moment and send fewer at once.'],
  ],
  [
    'ConcurrentSnapshotCreateLimitExceeded',
    ['Lambda is creating as many snapshots as it may at once.', slowDown],
  ],
]);
