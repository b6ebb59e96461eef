import { expect, test } from 'vitest';
import { connectionOf, emptyValues, keysOf, valuesOf } from './connection-form-values.ts';

const complete = { ...emptyValues, name: 'staging', region: 'eu-west-1' };

test('an own endpoint sends few headers, AWS gets the SDK’s', () => {
  expect(connectionOf('1', { ...complete, endpoint: 'http://localhost:4566/' }, null)).toMatchObject({
    kind: 'custom',
    endpoint: 'http://localhost:4566',
    requestHeaders: 'minimal',
    signing: { type: 'dummy' },
  });
  expect(connectionOf('1', complete, null)).toMatchObject({
    kind: 'aws',
    endpoint: null,
    requestHeaders: 'sdk',
    signing: { type: 'keys' },
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
  expect(keysOf(values)).toEqual({
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'canary-secret',
    sessionToken: 'canary-token',
  });
});

test('a custom endpoint keeps its keys while its address stays, and gets dummy ones at another', () => {
  const values = {
    ...complete,
    endpoint: 'http://localhost:4566',
    accessKeyId: 'AKID',
    secretAccessKey: 's',
  };
  const before = connectionOf('1', values, null);
  expect(before.signing).toEqual({ type: 'keys' });
  const again = { ...valuesOf(before), name: 'renamed' };
  expect(connectionOf('1', again, before).signing).toEqual({ type: 'keys' });
  expect(connectionOf('1', { ...again, endpoint: 'http://localhost:4567' }, before).signing).toEqual({
    type: 'dummy',
  });
});

test('what is edited comes back as it was saved', () => {
  const role = {
    ...complete,
    signing: 'role' as const,
    roleArn: 'arn:aws:iam::123456789012:role/ops',
    mfaSerial: 'arn:aws:iam::123456789012:mfa/me',
    duration: '900',
    production: true,
    variant: 'fips' as const,
  };
  const saved = connectionOf('1', role, null);
  expect(saved.signing).toMatchObject({ type: 'role', durationSeconds: 900 });
  expect(connectionOf('1', valuesOf(saved), saved)).toEqual(saved);
});
