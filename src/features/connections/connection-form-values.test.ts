import { describe, expect, test } from 'vitest';
import { connectionOf, credentialsOf, emptyValues, formProblems } from './connection-form-values.ts';

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

test('an own endpoint sends few headers, AWS gets the SDK’s', () => {
  expect(connectionOf('1', { ...complete, endpoint: 'http://localhost:4566/' }, null)).toMatchObject({
    kind: 'custom',
    endpoint: 'http://localhost:4566',
    requestHeaders: 'minimal',
  });
  expect(connectionOf('1', complete, null)).toMatchObject({
    kind: 'aws',
    endpoint: null,
    requestHeaders: 'sdk',
  });
});

test('a stored connection never holds a credential', () => {
  const values = {
    ...complete,
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'canary-secret',
    sessionToken: 'canary-token',
  };
  expect(JSON.stringify(connectionOf('1', values, null))).not.toMatch(/canary|AKID/);
  expect(credentialsOf(values)).toEqual({
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'canary-secret',
    sessionToken: 'canary-token',
  });
});
