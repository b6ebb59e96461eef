import { describe, expect, test } from 'vitest';
import type { InvokeError } from '../../core/index.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { diagnoseAnswer } from './diagnose-answer.ts';
import { remediesOf } from './remedy.ts';

const error = (given: Partial<InvokeError>): InvokeError => ({
  kind: 'service',
  message: '',
  mayHaveRun: 'no',
  ...given,
});
const facts = (given: Partial<AnswerFacts>): AnswerFacts => ({
  error: error({}),
  attempts: [],
  functionName: 'orders',
  qualifier: '',
  region: 'eu-west-1',
  accountId: '111122223333',
  isAws: true,
  functions: undefined,
  credentials: { isTemporary: false, accessKeyPrefix: 'AKIA', expiration: undefined },
  now: new Date('2026-11-22T12:00:00Z'),
  ...given,
});

const tooOld =
  'Signature expired: 20261122T101112Z is now earlier than 20261122T110712Z (20261122T111212Z - 5 min.)';
const denied =
  'User: arn:aws:sts::111122223333:assumed-role/dev/me is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:orders:live because no identity-based policy allows the lambda:InvokeFunction action';

describe('an answer that refuses', () => {
  test.each<[string, Partial<AnswerFacts>, string, RegExp]>([
    [
      'a clock that the message tells',
      { error: error({ kind: 'clock-skew', message: tooOld }) },
      'clock',
      /61 minutes slow/,
    ],
    [
      'a clock that nobody tells',
      { error: error({ kind: 'clock-skew' }) },
      'clock',
      /does not share its Date/,
    ],
    [
      'a region of the scope',
      {
        error: error({
          kind: 'credentials',
          code: 'InvalidSignatureException',
          message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
        }),
      },
      'region',
      /signed for eu-west-1/,
    ],
    [
      'a region of the ARN',
      {
        functionName: 'arn:aws:lambda:us-east-1:111122223333:function:orders',
        error: error({ kind: 'not-found' }),
      },
      'region',
      /us-east-1.*eu-west-1/,
    ],
    [
      'an expired token',
      { error: error({ kind: 'credentials', code: 'ExpiredTokenException' }) },
      'credentials',
      /have expired/,
    ],
    [
      'keys past their end',
      {
        error: error({ kind: 'credentials', code: 'UnrecognizedClientException' }),
        credentials: {
          isTemporary: true,
          accessKeyPrefix: 'ASIA',
          expiration: new Date('2026-11-22T11:00:00Z'),
        },
      },
      'credentials',
      /ended at 2026-11-22T11:00/,
    ],
    [
      'a temporary key alone',
      {
        error: error({ kind: 'credentials', code: 'UnrecognizedClientException' }),
        credentials: { isTemporary: false, accessKeyPrefix: 'ASIA', expiration: undefined },
      },
      'credentials',
      /session token is missing/,
    ],
    [
      'no keys',
      {
        error: error({ kind: 'credentials', code: 'MissingAuthenticationTokenException' }),
        credentials: undefined,
      },
      'credentials',
      /had no credentials/,
    ],
    [
      'an unknown key',
      { error: error({ kind: 'credentials', code: 'UnrecognizedClientException' }) },
      'credentials',
      /unknown here.*partition/,
    ],
    [
      'a wrong secret',
      { error: error({ kind: 'credentials', code: 'InvalidSignatureException' }) },
      'credentials',
      /secret access key does not fit/,
    ],
    [
      'a missing permission',
      { error: error({ kind: 'access-denied', message: denied }) },
      'permission',
      /InvokeFunction is missing.*assumed-role/,
    ],
    [
      'an explicit deny',
      {
        error: error({
          kind: 'access-denied',
          message: `${denied.split(' because')[0]} with an explicit deny in a service control policy`,
        }),
      },
      'permission',
      /A policy denies.*service control policy/,
    ],
    [
      'a name that is near another',
      { functionName: 'ordres', functions: ['billing', 'orders'], error: error({ kind: 'not-found' }) },
      'function',
      /no function ordres.*Use orders/,
    ],
    [
      'a list that may not be read',
      { error: error({ kind: 'not-found' }) },
      'function',
      /could not be listed/,
    ],
    [
      'a missing alias',
      { qualifier: 'live', functions: ['orders'], error: error({ kind: 'not-found' }) },
      'function',
      /version or alias live is not/,
    ],
    [
      'another API',
      { error: error({ kind: 'not-found', code: 'UnknownOperationException' }) },
      'not-lambda',
      /no Lambda endpoint/,
    ],
    [
      'reserved concurrency',
      { error: error({ kind: 'throttled', reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' }) },
      'throttling',
      /reserved for this function/,
    ],
    [
      'concurrency of the account',
      { error: error({ kind: 'throttled', reason: 'ConcurrentInvocationLimitExceeded' }) },
      'throttling',
      /account in this region/,
    ],
    [
      'a rate',
      { error: error({ kind: 'throttled', reason: 'CallerRateLimitExceeded' }) },
      'throttling',
      /too many requests a second/,
    ],
    ['no reason', { error: error({ kind: 'throttled' }) }, 'throttling', /names no reason/],
    ['a proxy', { error: error({ kind: 'bad-response' }) }, 'not-lambda', /in place of Lambda/],
    [
      'a name without an address, told by the relay',
      { error: error({ code: 'RelayNameNotFound' }) },
      'dns',
      /DNS/,
    ],
    [
      'a refused connection, told by the relay',
      { error: error({ code: 'RelayConnectionRefused' }) },
      'unreachable',
      /Nothing listens/,
    ],
    ['a certificate, told by the relay', { error: error({ code: 'RelayTlsFailed' }) }, 'tls', /TLS/],
  ])('%s', (_what, ...expected) => {
    const [given, layer, words] = expected;
    const found = diagnoseAnswer(facts(given));
    const text = [
      found?.title,
      found?.meaning,
      found?.unknown,
      ...remediesOf(found?.fixes ?? []).map((fix) => ('label' in fix ? fix.label : fix.text)),
    ].join(' ');
    expect(found?.layer).toBe(layer);
    expect(text).toMatch(words);
  });

  test('that the catalogue explains in full has no diagnosis', () => {
    expect(
      diagnoseAnswer(facts({ error: error({ kind: 'too-large', code: 'RequestTooLargeException' }) })),
    ).toBeUndefined();
    expect(diagnoseAnswer(facts({ error: error({ code: '__proto__' }) }))).toBeUndefined();
  });

  const statements: [string, string, Partial<AnswerFacts>, string[]][] = [
    [
      'the ARN of the message, with its versions and aliases',
      denied,
      {},
      [
        'arn:aws:lambda:eu-west-1:111122223333:function:orders',
        'arn:aws:lambda:eu-west-1:111122223333:function:orders:*',
      ],
    ],
    [
      'a name, in the partition of the region',
      '',
      { region: 'cn-north-1' },
      [
        'arn:aws-cn:lambda:cn-north-1:111122223333:function:orders',
        'arn:aws-cn:lambda:cn-north-1:111122223333:function:orders:*',
      ],
    ],
    [
      'an account that is not known',
      '',
      { accountId: null, region: 'us-gov-west-1' },
      [
        'arn:aws-us-gov:lambda:us-gov-west-1:*:function:orders',
        'arn:aws-us-gov:lambda:us-gov-west-1:*:function:orders:*',
      ],
    ],
  ];
  test.each(statements)('the statement to copy for %s', (_what, message, ...expected) => {
    const [given, resources] = expected;
    const found = diagnoseAnswer(facts({ ...given, error: error({ kind: 'access-denied', message }) }));
    const [statement, check] = remediesOf(found?.fixes ?? []);
    expect(statement?.kind === 'copy' && JSON.parse(statement.text)).toEqual({
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource: resources,
    });
    expect(check).toMatchObject({ kind: 'button', act: { kind: 'dry-run' } });
  });
});
