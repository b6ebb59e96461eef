import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';
import { knownErrors, ownNames } from './error-catalogue.fixture.ts';
import type { InvokeError, InvokeErrorKind, MayHaveRun } from './types.ts';

/** A record, so that a new kind does not compile until it is tested. */
const kinds: Record<InvokeErrorKind, true> = {
  'invalid-input': true,
  credentials: true,
  'clock-skew': true,
  'access-denied': true,
  'not-found': true,
  throttled: true,
  'too-large': true,
  service: true,
  network: true,
  timeout: true,
  aborted: true,
  'bad-response': true,
};
const answers: MayHaveRun[] = ['no', 'unknown', 'yes'];
const codes = [
  undefined,
  'SomethingNewException',
  ...knownErrors.map(({ name }) => name),
  ...ownNames.map((name) => name.toUpperCase()),
];
const statuses = [undefined, 200, 404, 500, 504];

function error(members: Partial<InvokeError>): InvokeError {
  return { kind: 'service', message: 'm', mayHaveRun: 'unknown', ...members };
}

describe('describeError', () => {
  it.each(Object.keys(kinds) as InvokeErrorKind[])(
    'finds whole sentences for %s with every code and status',
    (kind) => {
      for (const mayHaveRun of answers) {
        for (const code of codes) {
          for (const statusCode of statuses) {
            const members = { kind, mayHaveRun, ...(code && { code }), ...(statusCode && { statusCode }) };
            const { title, meaning, nextStep } = describeError(error(members));
            const text = [title, meaning, nextStep].join('\n');
            expect(text).toMatch(/^[A-Z].*[^.]\n[A-Z0-9].*\.\n[A-Z].*\.$/);
            expect(text).not.toMatch(/undefined|null|NaN|\[object|HTTP 0| {2}|\.\./);
          }
        }
      }
    },
  );

  it('always says whether the function may have run', () => {
    expect(describeError(error({ kind: 'network' })).meaning).toContain(
      'may have run, possibly more than once',
    );
    expect(describeError(error({ kind: 'network', mayHaveRun: 'yes', statusCode: 200 })).meaning).toContain(
      'The function ran; the answer is incomplete.',
    );
    expect(describeError(error({ kind: 'throttled', mayHaveRun: 'no', statusCode: 429 })).meaning).toContain(
      'Nothing ran.',
    );
    expect(describeError(error({ kind: 'invalid-input', mayHaveRun: 'no' })).meaning).toContain(
      'Nothing was sent.',
    );
  });

  it('names every problem of a refused request', () => {
    const problems = [
      { field: 'functionName', message: 'A name is needed.' },
      { field: 'payload', message: 'It is too large.' },
    ];
    expect(describeError(error({ kind: 'invalid-input', mayHaveRun: 'no', problems }))).toEqual({
      title: 'The request is not valid',
      meaning: '2 values cannot be sent. Nothing was sent.',
      nextStep: 'A name is needed. It is too large.',
    });
  });

  it.each([
    ['ConcurrentInvocationLimitExceeded', 'of the account'],
    ['ReservedFunctionConcurrentInvocationLimitExceeded', 'reserved for this function'],
    ['FunctionInvocationRateLimitExceeded', 'too often a second'],
    ['ReservedFunctionInvocationRateLimitExceeded', 'too often a second'],
    ['CallerRateLimitExceeded', 'This caller'],
    ['ConcurrentSnapshotCreateLimitExceeded', 'snapshots'],
  ])('says which limit %s is', (reason, word) => {
    const members = { code: 'TooManyRequestsException', reason, mayHaveRun: 'no' } as const;
    expect(describeError(error({ kind: 'throttled', ...members })).meaning).toContain(word);
  });

  it('falls back to the plain words for a reason it does not know', () => {
    for (const reason of ['NewLimitExceeded', 'constructor', '__proto__']) {
      expect(describeError(error({ kind: 'throttled', reason })).meaning).toContain('More requests came');
    }
  });

  it('blames the clock, not the secret, when the service says so', () => {
    const described = describeError(
      error({ kind: 'clock-skew', code: 'InvalidSignatureException', mayHaveRun: 'no' }),
    );
    expect(described.title).toContain('clock');
  });

  it('says that stopping the wait does not stop the function', () => {
    expect(describeError(error({ kind: 'aborted' })).meaning).toContain('goes on and is billed');
    expect(describeError(error({ kind: 'aborted', mayHaveRun: 'no' })).meaning).toBe(
      'The call was stopped. Nothing ran.',
    );
  });

  it('asks how a function ended, not whether it ran, where its answer had begun', () => {
    const cut = { kind: 'network', statusCode: 200 } as const;
    expect(describeError(error({ ...cut, mayHaveRun: 'yes' })).nextStep).toContain('how it ended');
    expect(describeError(error({ ...cut, mayHaveRun: 'unknown' })).nextStep).toContain('whether it ran');
    expect(
      describeError(error({ kind: 'bad-response', code: 'TRUNCATED', mayHaveRun: 'yes' })).nextStep,
    ).toContain('how it ended');
  });

  it('tells a gateway’s answer from Lambda’s', () => {
    expect(describeError(error({ statusCode: 504 })).title).toBe('A gateway gave up waiting');
    expect(describeError(error({ statusCode: 500, code: 'ServiceException' })).title).toBe(
      'Lambda failed internally',
    );
  });
});
