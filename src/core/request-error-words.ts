import type { Words } from './error-words.ts';
import type { ErrorDescription } from './types.ts';

/** What is wrong with the request, its sender or the moment it came. */
export const requestErrorWords: readonly Words[] = [
  [
    'InvalidParameterValueException',
    'A parameter is wrong',
    'Lambda refused one of the values sent beside the payload.',
    'Read the message: it is mostly a qualifier that contradicts the function name, a tenant id that is missing or not expected, or a client context that is not base64 of JSON.',
  ],
  [
    'InvalidRequestContentException',
    'The payload is not valid JSON',
    'Lambda accepts only JSON and could not parse the request body.',
    'Correct the payload at the line and column that the message names.',
  ],
  [
    'ValidationException',
    'Name or qualifier is malformed',
    'A value does not match the pattern or the length that the API asks for.',
    'Check the function name and the qualifier for stray characters, or a region or account that is missing in an ARN.',
  ],
  [
    'ModeNotSupportedException',
    'Invocation type not supported',
    'The function does not allow this way of invoking it.',
    'Switch between RequestResponse and Event.',
  ],
  [
    'RecursiveInvocationException',
    'Stopped as a loop',
    'Lambda detected that the function is invoking itself through other services and stopped it.',
    'Check what triggers the function; if the loop is meant, change its recursion configuration.',
  ],
  [
    'ServiceQuotaExceededException',
    'Quota exceeded',
    'The account has reached a quota of the service.',
    'Request an increase in Service Quotas, or free what is no longer used.',
  ],
  [
    'AccessDeniedException',
    'Access denied',
    'These credentials are valid but not allowed to do this.',
    'Grant lambda:InvokeFunction on the function’s ARN with this qualifier (or the action that the message names) to the principal, and look for a policy that denies it.',
  ],
  [
    'InvalidSignatureException SignatureDoesNotMatch AuthFailure',
    'Signature rejected',
    'The signature does not match the request.',
    'Check the secret access key first, then that region and endpoint belong together and that no proxy rewrites the request.',
  ],
  [
    'IncompleteSignatureException MissingAuthenticationTokenException',
    'Signature missing or incomplete',
    'The request came without a complete signature.',
    'Enter credentials; if they are there, look for a proxy or an extension that removes the Authorization header.',
  ],
  [
    'ExpiredTokenException',
    'Session expired',
    'The temporary credentials are past their end.',
    'Renew them and run again.',
  ],
  [
    'UnrecognizedClientException InvalidClientTokenId',
    'Unknown credentials',
    'AWS does not know this access key or session token.',
    'Check the access key id, that the session token belongs to it, and that region and partition are the account’s.',
  ],
  [
    'RequestTimeTooSkewed RequestExpired RequestInTheFuture',
    'This device’s clock is wrong',
    'The time in the signature is too far from the server’s.',
    'Set the clock of this device and run again.',
  ],
  [
    'ResourceNotFoundException',
    'Function not found',
    'There is no such function, version or alias in this account and region.',
    'Check name, qualifier, region and the account of these credentials.',
  ],
  [
    'UnknownOperationException',
    'Not a Lambda endpoint',
    'The server does not know this operation.',
    'Check the endpoint URL and its base path.',
  ],
  [
    'DurableExecutionAlreadyStartedException',
    'Execution name already used',
    'A durable execution of this name was started with another payload.',
    'Choose another name, or send the payload it was started with to get its result.',
  ],
  [
    'RequestTooLargeException SerializedRequestEntityTooLargeException RequestEntityTooLargeException',
    'Payload too large',
    'The request exceeds what Lambda accepts: 6 MB, or 1 MB for an Event.',
    'Shrink the payload, or store the data in S3 and pass a reference.',
  ],
  [
    'UnsupportedMediaTypeException',
    'Content type refused',
    'The endpoint does not take the body’s content type.',
    'Check that nothing between here and Lambda changes the request’s headers.',
  ],
  [
    'TooManyRequestsException ThrottlingException ThrottledException RequestThrottledException RequestLimitExceeded BandwidthLimitExceeded LimitExceededException SlowDown',
    'Throttled',
    'More requests came than a limit allows.',
    'Wait a moment and run again.',
  ],
  [
    'ProvisionedThroughputExceededException PriorRequestNotComplete TransactionInProgressException',
    'Throttled',
    'An earlier request is still being worked on, or its throughput is used up.',
    'Wait a moment and run again.',
  ],
  [
    'RequestTimeout',
    'Request came too slowly',
    'The service gave up waiting for the rest of the request.',
    'Check the connection and run again.',
  ],
  [
    'ServiceException InternalFailure InternalError InternalServerError',
    'Lambda failed internally',
    'An error inside the service, not in the request.',
    'Look in the function’s log whether it ran, then try again later; give AWS Support the request id.',
  ],
  [
    'ServiceUnavailableException',
    'Service unavailable',
    'The service cannot take requests at the moment.',
    'Look in the function’s log whether it ran, then try again later.',
  ],
];

/** Which limit a throttled call ran into, by the API's Reason. */
export const throttleReasons = new Map<string, Omit<ErrorDescription, 'title'>>(
  Object.entries({
    ConcurrentInvocationLimitExceeded: {
      meaning: 'All the concurrency of the account in this region is in use.',
      nextStep: 'Wait for runs to end, or request a higher concurrency limit.',
    },
    ReservedFunctionConcurrentInvocationLimitExceeded: {
      meaning: 'All the concurrency reserved for this function is in use, or its reserved concurrency is 0.',
      nextStep: 'Wait for runs to end, or raise the function’s reserved concurrency.',
    },
    FunctionInvocationRateLimitExceeded: {
      meaning: 'The function is invoked more often a second than its concurrency allows.',
      nextStep: 'Wait a moment and run again, or raise the concurrency limit.',
    },
    ReservedFunctionInvocationRateLimitExceeded: {
      meaning: 'The function is invoked more often a second than its reserved concurrency allows.',
      nextStep: 'Wait a moment and run again, or raise the function’s reserved concurrency.',
    },
    CallerRateLimitExceeded: {
      meaning: 'This caller sends more requests a second than the service allows.',
      nextStep: 'Wait a moment and send fewer requests at once.',
    },
    ConcurrentSnapshotCreateLimitExceeded: {
      meaning: 'Lambda is creating as many snapshots as the account may create at once.',
      nextStep: 'Wait a few minutes and run again.',
    },
  }),
);
