import { describe, expect, it } from 'vitest';
import { knownErrors, ownNames } from './error-catalogue.fixture.ts';
import { findWords } from './error-catalogue.ts';

/** Lambda API model of Invoke, with the unmodelled names that are answered too. */
const invokeErrors = `InvalidParameterValueException InvalidRequestContentException ValidationException
ModeNotSupportedException NoPublishedVersionException RecursiveInvocationException SnapStartException
ServiceQuotaExceededException AccessDeniedException InvalidSignatureException ExpiredTokenException
UnrecognizedClientException MissingAuthenticationTokenException IncompleteSignatureException
EFSMountFailureException S3FilesMountFailureException ResourceNotFoundException UnknownOperationException
EFSMountTimeoutException EFSMountConnectivityException S3FilesMountTimeoutException
S3FilesMountConnectivityException SnapStartTimeoutException ResourceConflictException SnapStartNotReadyException
SnapStartRegenerationFailureException CodeArtifactUserPendingException CodeArtifactUserFailedException
CodeArtifactUserDeletedException DurableExecutionAlreadyStartedException EFSIOException RequestTooLargeException
SerializedRequestEntityTooLargeException RequestEntityTooLargeException UnsupportedMediaTypeException
TooManyRequestsException ServiceException EC2ThrottledException EC2UnexpectedException EC2AccessDeniedException
ENILimitReachedException ENINotReadyException SubnetIPAddressLimitReachedException InvalidSubnetIDException
InvalidSecurityGroupIDException ResourceNotReadyException KMSAccessDeniedException KMSDisabledException
KMSInvalidStateException KMSNotFoundException InvalidRuntimeException InvalidZipFileException`.split(/\s+/);

describe('the error catalogue', () => {
  it.each(invokeErrors)('holds %s', (code) => {
    const name = code.replace('Exception', '');
    expect(knownErrors.find((known) => known.name === name)?.statusCode).toBeGreaterThanOrEqual(400);
    const [title, meaning, nextStep] = findWords(code) ?? [];
    expect(meaning).toMatch(/\.$/);
    expect(nextStep).toMatch(/\.$/);
    expect(title).toMatch(/./);
  });

  it('holds each name once', () => {
    const names = [...knownErrors.map(({ name }) => name), ...ownNames].map((name) => name.toLowerCase());
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it('retries only where nothing ran', () => {
    expect(knownErrors.filter((known) => known.retryable && !known.nothingRan)).toEqual([]);
  });

  it('does not promise that nothing ran where a handler may have been running', () => {
    const doubtful = knownErrors.filter((known) => !known.nothingRan).map((known) => known.name);
    expect(doubtful).toEqual([
      'RequestTimeout',
      'Service',
      'InternalFailure',
      'InternalError',
      'InternalServerError',
      'ServiceUnavailable',
      'EFSIO',
    ]);
  });

  it('finds names in any case and without the word Exception', () => {
    expect(findWords('ResourceNotFoundException')?.[0]).toBe('Function not found');
    expect(findWords('resourcenotfound')).toEqual(findWords('ResourceNotFoundException'));
    expect(findWords('constructor')).toBeUndefined();
    expect(findWords('__proto__')).toBeUndefined();
  });
});
