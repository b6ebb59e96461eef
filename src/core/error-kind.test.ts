import { describe, expect, it } from 'vitest';
import policy from '../../tests/vectors/invoke-policy.json';
import { judgeAnswer } from './error-kind.ts';

describe('the kind of an error answer', () => {
  it.each([
    [429, undefined, 'throttled'],
    [429, 'TooManyRequestsException', 'throttled'],
    [400, 'ThrottlingException', 'throttled'],
    [502, 'EC2ThrottledException', 'throttled'],
    [503, 'SlowDown', 'throttled'],
    [403, 'InvalidSignatureException', 'credentials'],
    [403, 'ExpiredTokenException', 'credentials'],
    [403, 'ExpiredToken', 'credentials'],
    [403, 'UnrecognizedClientException', 'credentials'],
    [403, 'MissingAuthenticationTokenException', 'credentials'],
    [403, 'MissingAuthenticationToken', 'credentials'],
    [403, 'IncompleteSignatureException', 'credentials'],
    [403, 'SignatureDoesNotMatch', 'credentials'],
    [403, 'InvalidClientTokenId', 'credentials'],
    [403, 'RequestTimeTooSkewed', 'clock-skew'],
    [403, 'RequestExpired', 'clock-skew'],
    [403, 'RequestInTheFuture', 'clock-skew'],
    [403, 'AccessDeniedException', 'access-denied'],
    [403, 'AccessDenied', 'access-denied'],
    [403, 'EFSMountFailureException', 'service'],
    [403, 'SomethingNew', 'service'],
    [403, undefined, 'service'],
    [404, 'ResourceNotFoundException', 'not-found'],
    [404, undefined, 'not-found'],
    [413, 'RequestTooLargeException', 'too-large'],
    [413, 'RequestEntityTooLargeException', 'too-large'],
    [413, undefined, 'too-large'],
    [400, 'ValidationException', 'service'],
    [400, 'InvalidParameterValueException', 'service'],
    [400, 'InvalidRequestContentException', 'service'],
    [409, 'ResourceConflictException', 'service'],
    [500, 'ServiceException', 'service'],
    [502, 'KMSAccessDeniedException', 'service'],
    [502, 'EC2AccessDeniedException', 'service'],
    [503, undefined, 'service'],
  ])('%i %s is %s', (statusCode, code, kind) => {
    expect(judgeAnswer({ statusCode, code }).kind).toBe(kind);
  });

  it('tells a wrong clock from a wrong secret by the message alone', () => {
    const judge = (message: string) =>
      judgeAnswer({ statusCode: 403, code: 'InvalidSignatureException', message }).kind;
    expect(judge('Signature not yet current: 20261122T133456Z is still later than 20261122T123956Z')).toBe(
      'clock-skew',
    );
    expect(judge('Signature expired: 20261122T113456Z is now earlier than 20261122T122956Z')).toBe(
      'clock-skew',
    );
    expect(judge('The request signature we calculated does not match')).toBe('credentials');
  });
});

describe('whether an error answer proves that nothing ran', () => {
  const answered = policy.cases.filter(
    ({ given }) => (given.status ?? 0) >= 400 && given.type === 'RequestResponse',
  );

  it.each(answered.map((item) => [item.name, item] as const))('%s', (_name, { given, expected }) => {
    const { nothingRan } = judgeAnswer({ statusCode: given.status ?? 0, code: given.code });
    expect(nothingRan).toBe(expected.functionMayHaveRun === 'no');
  });

  it.each([
    [400, 'SomethingNewException', true],
    [408, undefined, false],
    [409, undefined, false],
    [410, 'EFSIOException', false],
    [499, undefined, false],
    [500, undefined, false],
    [500, 'SomethingNewException', false],
    [502, 'KMSDisabledException', true],
  ])('%i %s: %s', (statusCode, code, nothingRan) => {
    expect(judgeAnswer({ statusCode, code }).nothingRan).toBe(nothingRan);
  });
});
