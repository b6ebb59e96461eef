import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

let endpoint: TestEndpoint;
let laterMs = 0;
beforeAll(async () => {
  endpoint = await startTestEndpoint(
    {
      'hello.mjs': `export const handler = async () => 'hello';`,
      'hello.function.json': '{"faults":true}',
    },
    { now: () => new Date(Date.now() + laterMs) },
  );
});
beforeEach(() => (laterMs = 0));
afterAll(() => endpoint.close());

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Signed by a signer that is not ours. */
async function ask(members: Record<string, string>, keys: Keys = endpoint.credentials, service = 'sts') {
  const client = new AwsClient({ ...keys, region: endpoint.region, service, retries: 0 });
  const body = new URLSearchParams({ Version: '2011-06-15', ...members }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const datetime = new Date(Date.now() + laterMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const answer = await client.fetch(`${endpoint.url}/`, { method: 'POST', headers, body, aws: { datetime } });
  const xml = await answer.text();
  const at = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  return { status: answer.status, type: answer.headers.get('content-type'), xml, at };
}

async function sessionOf(members: Record<string, string>, keys?: Keys) {
  const { at } = await ask(members, keys);
  return {
    accessKeyId: at('AccessKeyId'),
    secretAccessKey: at('SecretAccessKey'),
    sessionToken: at('SessionToken'),
    expiration: at('Expiration'),
  };
}

async function invokeWith(keys: Keys, payload = '{}'): Promise<number> {
  const client = new AwsClient({ ...keys, region: endpoint.region, service: 'lambda', retries: 0 });
  const datetime = new Date(Date.now() + laterMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const url = `${endpoint.url}/2015-03-31/functions/hello/invocations`;
  return (await client.fetch(url, { method: 'POST', body: payload, aws: { datetime } })).status;
}

const role = {
  Action: 'AssumeRole',
  RoleArn: 'arn:aws:iam::000000000000:role/team/tester',
  RoleSessionName: 'ada',
};
const device = 'arn:aws:iam::000000000000:mfa/ada';

describe('the local STS', () => {
  test('says whose keys have signed', async () => {
    const answer = await ask({ Action: 'GetCallerIdentity' });
    expect([answer.status, answer.type]).toEqual([200, 'text/xml']);
    expect(answer.at('Arn')).toBe('arn:aws:iam::000000000000:user/local');
    expect(answer.at('Account')).toBe('000000000000');
    expect(answer.at('UserId')).toMatch(/^AIDA[A-Z2-7]{16}$/);
    expect(answer.xml).toMatch(/^<GetCallerIdentityResponse xmlns="[^"]+"><GetCallerIdentityResult>/);
  });

  test('a role that the AWS SDK assumes invokes, and is told from its user', async () => {
    const { url, region, credentials } = endpoint;
    const provider = fromTemporaryCredentials({
      masterCredentials: credentials,
      params: { RoleArn: role.RoleArn, RoleSessionName: 'sdk', ExternalId: 'outside' },
      clientConfig: { endpoint: url, region },
    });
    const sdk = new LambdaClient({ region, endpoint: url, credentials: provider, maxAttempts: 1 });
    const answer = await sdk.send(new InvokeCommand({ FunctionName: 'hello' }));
    expect(Buffer.from(answer.Payload ?? []).toString()).toBe('"hello"');
    const identity = await ask({ Action: 'GetCallerIdentity' }, await provider());
    expect(identity.at('Arn')).toBe('arn:aws:sts::000000000000:assumed-role/tester/sdk');
    expect(identity.at('UserId')).toMatch(/^AROA[A-Z2-7]{16}:sdk$/);
  });

  test('temporary keys need their token, and end at their time', async () => {
    const session = await sessionOf({ Action: 'GetSessionToken', DurationSeconds: '900' });
    const { accessKeyId, secretAccessKey } = session;
    expect(await invokeWith(session)).toBe(200);
    expect(await invokeWith({ accessKeyId, secretAccessKey })).toBe(403);
    expect(await invokeWith({ ...session, sessionToken: 'another' })).toBe(403);
    expect(Date.parse(session.expiration) - Date.now()).toBeGreaterThan(890_000);
    laterMs = 901_000;
    expect(await invokeWith(session)).toBe(403);
    expect((await ask({ Action: 'GetCallerIdentity' }, session)).at('Code')).toBe('ExpiredToken');
    expect(await invokeWith(endpoint.credentials)).toBe(200);
  });

  test('the fault end-session ends the keys that signed it, and no others', async () => {
    const [first, second] = [await sessionOf(role), await sessionOf(role)];
    expect(await invokeWith(first, '{"fault":"end-session"}')).toBe(403);
    expect(await invokeWith(first)).toBe(403);
    expect(await invokeWith(second)).toBe(200);
    expect(await invokeWith(endpoint.credentials, '{"fault":"end-session"}')).toBe(403);
    expect(await invokeWith(endpoint.credentials)).toBe(200);
    expect(await invokeWith(second, '{"fault":"end-session","once":"1"}')).toBe(403);
    expect(await invokeWith(await sessionOf(role), '{"fault":"end-session","once":"1"}')).toBe(200);
  });

  test('an MFA code opens one session', async () => {
    const members = { Action: 'GetSessionToken', SerialNumber: device, TokenCode: '123456' };
    expect((await ask(members)).status).toBe(200);
    for (const refused of [members, { ...members, TokenCode: '000000' }]) {
      const answer = await ask(refused);
      expect([answer.status, answer.at('Code')]).toEqual([403, 'AccessDenied']);
      expect(answer.at('Message')).toMatch(/^MultiFactorAuthentication failed with invalid MFA/);
    }
    expect((await ask({ ...role, SerialNumber: device, TokenCode: '654321' })).status).toBe(200);
  });

  const elsewhere = { ...role, RoleArn: 'arn:aws:iam::111122223333:role/tester' };
  const mayNot = 'User: arn:aws:iam::000000000000:user/local is not authorized to perform: sts:AssumeRole';
  test.each<[string, Record<string, string>, string]>([
    ['another action', { Action: 'GetFederationToken' }, '400 InvalidAction: Could not find operation Get'],
    ['another version', { Action: 'AssumeRole', Version: '2010' }, '400 InvalidAction: Could not find'],
    ['no role', { Action: 'AssumeRole', RoleSessionName: 'ada' }, "400 ValidationError: .*null at 'roleArn'"],
    ['a short session', { ...role, DurationSeconds: '60' }, '400 ValidationError: .*equal to 900'],
    ['a long session', { ...role, DurationSeconds: '43201' }, '400 ValidationError: .*equal to 43200'],
    ['a bad name', { ...role, RoleSessionName: 'a b&lt;' }, '400 ValidationError: .*expression pattern'],
    [
      'a role elsewhere',
      elsewhere,
      `403 AccessDenied: ${mayNot} on resource: arn:aws:iam::111122223333:role`,
    ],
    ['half an MFA', { ...role, SerialNumber: device }, '403 AccessDenied: .*must provide both'],
  ])('refuses %s in the words of STS', async (_what, members, words) => {
    const { status, at } = await ask(members);
    expect(at('Type')).toBe('Sender');
    expect(`${status} ${at('Code')}: ${at('Message')}`).toMatch(new RegExp(`^${words}`));
  });

  test('refuses signatures that are not right, each by its name', async () => {
    const identity = { Action: 'GetCallerIdentity' };
    const { accessKeyId } = endpoint.credentials;
    const codes = [
      await ask(identity, { accessKeyId, secretAccessKey: 'wrong' }),
      await ask(identity, { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' }),
      await ask(identity, endpoint.credentials, 'lambda'),
    ].map(({ at }) => at('Code'));
    expect(codes).toEqual(['SignatureDoesNotMatch', 'InvalidClientTokenId', 'SignatureDoesNotMatch']);
    const unsigned = await endpoint.send({
      method: 'POST',
      path: '/',
      headers: {},
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      isSigned: false,
    });
    expect([unsigned.status, /<Code>(\w+)/.exec(unsigned.text)?.[1]]).toEqual([
      403,
      'MissingAuthenticationToken',
    ]);
  });

  test('sessions make no user sessions, and roles by roles last an hour at most', async () => {
    const session = await sessionOf(role);
    expect((await ask({ Action: 'GetSessionToken' }, session)).at('Code')).toBe('AccessDenied');
    const long = await ask({ ...role, DurationSeconds: '7200' }, session);
    expect(long.at('Message')).toMatch(/1 hour session limit/);
    expect((await ask(role, session)).status).toBe(200);
  });
});
