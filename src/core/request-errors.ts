import { lookFirst, runAgain } from './call-errors.ts';
import type { ErrorsByStatus } from './error-catalogue.ts';

const runAgainOrRaise = 'Wait a moment and run again, or raise the limit.';

/** What is wrong with the request, its sender or the moment it came. */
export const requestErrors: ErrorsByStatus = {
  400: [
    [
      'InvalidParameterValue',
      'A parameter is wrong',
      'Lambda refused a value beside the payload.',
      'Read the message: often name and qualifier disagree, a tenant id is missing or unwanted, or the client context is not base64 of JSON.',
    ],
    [
      'InvalidRequestContent',
      'The payload is not JSON',
      'Lambda could not parse the payload.',
      'Correct it where the message says.',
    ],
    [
      'Validation',
      'Name or qualifier is malformed',
      'A value does not match the API’s pattern or length.',
      'Look for stray characters and missing parts of an ARN.',
    ],
    [
      'ModeNotSupported',
      'Wrong invocation type',
      'The function cannot be invoked this way.',
      'Switch between RequestResponse and Event.',
    ],
    [
      'RecursiveInvocation',
      'Stopped as a loop',
      'The function was invoking itself through other services.',
      'Check its triggers, or its recursion configuration if the loop is meant.',
    ],
    [
      'RequestTimeout',
      'Request came too slowly',
      'The service gave up waiting for the rest of it.',
      'Check the connection and run again.',
    ],
  ],
  402: [
    [
      'ServiceQuotaExceeded',
      'Quota exceeded',
      'The account has reached a quota.',
      'Request an increase in Service Quotas.',
    ],
  ],
  403: [
    [
      'access-denied AccessDenied',
      'Access denied',
      'The credentials are valid but not allowed to do this.',
      'Grant lambda:InvokeFunction, or the action in the message, on this ARN and qualifier.',
    ],
    [
      'InvalidSignature SignatureDoesNotMatch AuthFailure',
      'Signature rejected',
      'The signature does not match the request.',
      'Check the secret access key, then region and endpoint, then proxies that change requests.',
    ],
    [
      'IncompleteSignature MissingAuthenticationToken',
      'Signature missing',
      'The request came without a complete signature.',
      'Enter credentials, or find the proxy that removes the Authorization header.',
    ],
    [
      'ExpiredToken',
      'Session expired',
      'The session token is past its end.',
      'Renew the credentials and run again.',
    ],
    [
      'UnrecognizedClient InvalidClientTokenId',
      'Unknown credentials',
      'AWS does not know this access key or session token.',
      'Check both, and that region and account are of one partition.',
    ],
    [
      'clock-skew RequestTimeTooSkewed',
      'This device’s clock is wrong',
      'The time of the signature is too far from the server’s.',
      'Set the clock of this device and run again.',
    ],
  ],
  404: [
    [
      'not-found ResourceNotFound',
      'Function not found',
      'No such function, version or alias in this account and region.',
      'Check name, qualifier, region, account and endpoint.',
    ],
    [
      'UnknownOperation',
      'Not a Lambda endpoint',
      'The server does not know this operation.',
      'Check the endpoint URL.',
    ],
  ],
  409: [
    [
      'DurableExecutionAlreadyStarted',
      'Execution name already used',
      'It was started with another payload.',
      'Choose another name, or send that payload to get its result.',
    ],
  ],
  413: [
    [
      'too-large RequestTooLarge SerializedRequestEntityTooLarge RequestEntityTooLarge',
      'Payload too large',
      'The request exceeds 6 MB, or 1 MB for an Event.',
      'Shrink the payload, or pass a reference to data in S3.',
    ],
  ],
  415: [
    [
      'UnsupportedMediaType',
      'Content type refused',
      'The endpoint does not take this content type.',
      'Find the proxy that changes the headers.',
    ],
  ],
  429: [
    ['throttled TooManyRequests', 'Throttled', 'More requests came than a limit allows.', runAgain],
    // The rest are its reasons: which limit it was.
    [
      'ConcurrentInvocationLimitExceeded',
      'Throttled',
      'All concurrency of the account in this region is in use.',
      runAgainOrRaise,
    ],
    [
      'ReservedFunctionConcurrentInvocationLimitExceeded',
      'Throttled',
      'All concurrency reserved for this function is in use, or it reserves 0.',
      runAgainOrRaise,
    ],
    [
      'FunctionInvocationRateLimitExceeded ReservedFunctionInvocationRateLimitExceeded',
      'Throttled',
      'The function is invoked too often a second for its concurrency.',
      runAgainOrRaise,
    ],
    [
      'CallerRateLimitExceeded',
      'Throttled',
      'This caller sends too many requests a second.',
      runAgainOrRaise,
    ],
    [
      'ConcurrentSnapshotCreateLimitExceeded',
      'Throttled',
      'Lambda is creating as many snapshots as it may at once.',
      runAgainOrRaise,
    ],
  ],
  500: [
    [
      'Service InternalFailure InternalError InternalServerError',
      'Lambda failed internally',
      'The error lies in the service, not in the request.',
      lookFirst,
    ],
  ],
  503: [
    [
      'ServiceUnavailable',
      'Service unavailable',
      'The service cannot take requests at the moment.',
      lookFirst,
    ],
  ],
};
