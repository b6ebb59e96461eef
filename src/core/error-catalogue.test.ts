import { describe, expect, it } from 'vitest';
import { errorCatalogue, findErrorEntry } from './error-catalogue.ts';

const catalogue = errorCatalogue();

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
    const entry = catalogue.find((candidate) => candidate.code === code);
    expect(entry?.statusCode).toBeGreaterThanOrEqual(400);
    expect(entry?.meaning).toMatch(/\.$/);
    expect(entry?.nextStep).toMatch(/\.$/);
    expect(entry?.title).not.toBe('');
  });

  it('holds each name once', () => {
    expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length);
  });

  it('retries only where nothing ran', () => {
    expect(catalogue.filter((entry) => entry.retryable && !entry.nothingRan)).toEqual([]);
  });

  it('does not promise that nothing ran where a handler may have been running', () => {
    const doubtful = catalogue.filter((entry) => !entry.nothingRan).map((entry) => entry.code);
    expect(doubtful).toEqual([
      'RequestTimeout',
      'ServiceException',
      'InternalFailure',
      'InternalError',
      'InternalServerError',
      'ServiceUnavailableException',
      'EFSIOException',
    ]);
  });

  it('finds names in any case and without the word Exception', () => {
    expect(findErrorEntry('resourcenotfound')).toEqual(findErrorEntry('ResourceNotFoundException'));
    expect(findErrorEntry('constructor')).toBeUndefined();
    expect(findErrorEntry('__proto__')).toBeUndefined();
  });
});
