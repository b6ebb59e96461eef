import { describe, expect, test } from 'vitest';
import { formProblems } from './connection-form-problems.ts';
import { emptyValues } from './connection-form-values.ts';

const origins = { allowedEndpoints: ['https://lambda.corp.example:8443'] };
const complete = { ...emptyValues, name: 'staging', region: 'eu-west-1' };

describe('formProblems', () => {
  test('says everything that is wrong, each at its field', () => {
    expect(
      formProblems({ ...emptyValues, region: 'us-west-2.evil.example', accessKeyId: 'AKID' }, origins),
    ).toEqual({
      name: expect.any(String) as string,
      region: expect.any(String) as string,
      secretAccessKey: expect.any(String) as string,
    });
  });

  test.each([
    ['', 'us-gov-west-1'],
    ['http://127.0.0.1:9001', 'eu-west-1'],
    ['http://localhost:4566/', 'eu-west-1'],
    ['https://lambda.corp.example:8443/base', 'eu-west-1'],
    ['https://lambda-fips.us-east-1.amazonaws.com', 'us-east-1'],
  ])('%j in %s can be reached from the page', (endpoint, region) => {
    expect(formProblems({ ...complete, endpoint, region }, origins)).toEqual({});
  });

  test.each([
    ['https://lambda.other.example', 'eu-west-1', 'endpoint'],
    ['https://lambda.eu-west-1.amazonaws.com.evil.example', 'eu-west-1', 'endpoint'],
    ['', 'eu-new-1', 'region'],
  ] as const)(
    '%j in %s is outside the policy: the command line to copy is said',
    (endpoint, region, field) => {
      expect(formProblems({ ...complete, endpoint, region }, origins)[field]).toContain(
        'npm start -- --endpoint https://',
      );
    },
  );
});

describe('an endpoint that is neither AWS nor this machine', () => {
  const foreign = { ...complete, endpoint: 'https://lambda.corp.example:8443' };
  const keys = { accessKeyId: 'AKID', secretAccessKey: 'secret' };

  test('gets real keys only when the person says so', () => {
    expect(formProblems({ ...foreign, ...keys }, origins).sendKeys).toContain('lambda.corp.example:8443');
    expect(formProblems({ ...foreign, ...keys, sendKeys: true }, origins)).toEqual({});
    expect(formProblems({ ...foreign, signing: 'session', mfaSerial: 'm' }, origins).sendKeys).toBeDefined();
  });

  test('needs no word for dummy keys', () => {
    expect(formProblems(foreign, origins)).toEqual({});
  });

  test.each(['http://127.0.0.1:9001', 'https://lambda-fips.us-east-1.api.aws'])('is not %s', (endpoint) => {
    expect(formProblems({ ...complete, endpoint, ...keys, region: 'us-east-1' }, origins)).toEqual({});
  });
});

test('a role, a session and an identity pool say what they lack', () => {
  expect(
    Object.keys(formProblems({ ...complete, signing: 'role', roleArn: 'x', sessionName: '' }, origins)),
  ).toEqual(['roleArn', 'sessionName']);
  expect(Object.keys(formProblems({ ...complete, signing: 'session', duration: '1h' }, origins))).toEqual([
    'mfaSerial',
    'duration',
  ]);
  expect(Object.keys(formProblems({ ...complete, signing: 'cognito' }, origins))).toEqual(['identityPoolId']);
});

test('keys that have ended are said at once', () => {
  const ended = { ...complete, accessKeyId: 'ASIA1', secretAccessKey: 's', expiration: new Date(0) };
  expect(formProblems(ended, origins).sessionToken).toContain('ended');
});
