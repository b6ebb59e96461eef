import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { listen } from '../listen.ts';
import { connectionDocument } from '../page/connection.ts';
import { type PageServer, startPageServer } from '../page/page-server.ts';
import { rawRequest, sendRaw } from '../page/raw-http.fixture.ts';
import { profileRoutes } from './profile-routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
const secrets = ['secret-of-plain', 'secret-of-process', 'secret-on-the-command-line'];
const processOutput = JSON.stringify({
  Version: 1,
  AccessKeyId: 'ASIAPROCESS',
  SecretAccessKey: 'secret-of-process',
  SessionToken: 'token-of-process',
  Expiration: '2036-01-02T03:04:05Z',
});

let server: PageServer;
let without: PageServer;
let sts: Server;
const stsRequests: string[] = [];
beforeAll(async () => {
  sts = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      stsRequests.push(`${request.headers.authorization} ${Buffer.concat(parts).toString('utf8')}`);
      response.setHeader('content-type', 'text/xml').end(assumedRole);
    });
  });
  const port = await listen(sts, 0);
  writeFiles(port);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_ENDPOINT_URL_STS', `http://127.0.0.1:${port}`);
  server = await start(true);
  without = await start(false);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([server.close(), without.close()]);
  sts.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

function writeFiles(stsPort: number): void {
  writeFileSync(
    join(folder, 'config'),
    `[default]
region = eu-west-1
[profile process]
region = eu-central-1
credential_process = ${process.execPath} -e 'console.log(process.argv[1])' '${processOutput}'
[profile broken]
credential_process = ${process.execPath} -e 'process.exit(3)' secret-on-the-command-line
[profile chain]
region = us-west-2
role_arn = arn:aws:iam::111122223333:role/tester
source_profile = plain
[profile mfa]
region = us-west-2
role_arn = arn:aws:iam::111122223333:role/tester
source_profile = plain
mfa_serial = arn:aws:iam::111122223333:mfa/me
[sso-session work]
sso_region = eu-west-1
sso_start_url = https://example.awsapps.com/start
[profile signed-out]
sso_session = work
sso_account_id = 111122223333
sso_role_name = tester
[services local]
lambda =
  endpoint_url = http://127.0.0.1:${stsPort}
`,
  );
  writeFileSync(
    join(folder, 'credentials'),
    `[plain]\naws_access_key_id = AKIAPLAIN\naws_secret_access_key = secret-of-plain\n`,
  );
}

const assumedRole = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret-of-role</SecretAccessKey>
<SessionToken>token-of-role</SessionToken><Expiration>2036-01-02T03:04:05Z</Expiration></Credentials>
<AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/tester/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser>
</AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>`;

function start(profiles: boolean): Promise<PageServer> {
  const lambda = {
    url: 'http://127.0.0.1:1',
    region: 'r',
    accountId: '0',
    credentials: { accessKeyId: '', secretAccessKey: '' },
  };
  return startPageServer({
    port: 0,
    content: { document: () => Promise.resolve('<title>page</title>'), serve: () => false },
    connection: connectionDocument(lambda, { functionsDir: 'f', endpoints: [], profiles }),
    ...(profiles ? { routes: () => profileRoutes() } : {}),
  });
}

const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

async function ask(
  path: string,
  body?: unknown,
  more: { headers?: Record<string, string>; at?: PageServer } = {},
) {
  const { headers = own, at = server } = more;
  const text = body === undefined ? '' : JSON.stringify(body);
  const json =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(text.length) };
  const method = body === undefined ? 'GET' : 'POST';
  const all = { host: '127.0.0.1:{PORT}', ...json, ...headers };
  const answer = await sendRaw(at.port, rawRequest(at.port, { method, path, headers: all, body: text }));
  return { ...answer, json: (): unknown => JSON.parse(answer.body) };
}

const credentialsOf = (name: string) => ask('/profiles/credentials', { name });

describe('--profiles', () => {
  test('lists the names and regions, and no secret', async () => {
    const { status, body, json } = await ask('/profiles.json');
    expect(status).toBe(200);
    expect(json()).toEqual({
      profiles: [
        { name: 'broken' },
        { name: 'chain', region: 'us-west-2' },
        { name: 'default', region: 'eu-west-1' },
        { name: 'mfa', region: 'us-west-2' },
        { name: 'plain' },
        { name: 'process', region: 'eu-central-1' },
        { name: 'signed-out' },
      ],
    });
    for (const secret of secrets) expect(body).not.toContain(secret);
  });

  test('gives the keys of a profile when asked for it', async () => {
    const answer = await credentialsOf('plain');
    expect(answer.json()).toEqual({ accessKeyId: 'AKIAPLAIN', secretAccessKey: 'secret-of-plain' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('runs a credential process', async () => {
    expect((await credentialsOf('process')).json()).toEqual({
      accessKeyId: 'ASIAPROCESS',
      secretAccessKey: 'secret-of-process',
      sessionToken: 'token-of-process',
      expiration: '2036-01-02T03:04:05.000Z',
      region: 'eu-central-1',
    });
  });

  test('follows a chain of roles, signed with the keys of its source', async () => {
    expect((await credentialsOf('chain')).json()).toEqual({
      accessKeyId: 'ASIAROLE',
      secretAccessKey: 'secret-of-role',
      sessionToken: 'token-of-role',
      expiration: '2036-01-02T03:04:05.000Z',
      region: 'us-west-2',
    });
    expect(stsRequests.at(-1)).toMatch(/Credential=AKIAPLAIN\/.*Action=AssumeRole.*role%2Ftester/);
  });

  test('sees a profile that was added after the start', async () => {
    writeFileSync(
      join(folder, 'credentials'),
      `[plain]\naws_access_key_id = AKIANEW\naws_secret_access_key = x\n`,
    );
    expect((await credentialsOf('plain')).json()).toMatchObject({ accessKeyId: 'AKIANEW' });
  });

  test.each([
    ['broken', 502, /credential_process of the profile failed/],
    ['mfa', 502, /multi-factor/i],
    ['signed-out', 502, /sso/i],
    ['no such', 404, /no such profile/],
    ['__proto__', 404, /no such profile/],
  ])('%s is told with its reason and no secret', async (name, status, reason) => {
    const answer = await credentialsOf(name);
    expect([answer.status, answer.json()]).toEqual([status, { message: expect.stringMatching(reason) }]);
    for (const secret of secrets) expect(answer.body).not.toContain(secret);
  });

  test('writes nothing to any log', async () => {
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockReturnValue(true),
    );
    await credentialsOf('process');
    await credentialsOf('broken');
    for (const spy of spies) expect(JSON.stringify(spy.mock.calls)).not.toMatch(/secret|token|ASIA/);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another port', { 'sec-fetch-site': 'same-site' }],
    ['a terminal', {}],
    ['a rebound name', { ...own, host: 'evil.example:{PORT}' }],
  ])('is closed to %s', async (_who, headers) => {
    expect([403, 421]).toContain((await ask('/profiles.json', undefined, { headers })).status);
    const answer = await ask('/profiles/credentials', { name: 'process' }, { headers });
    expect([403, 421]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  test.each([['text/plain'], ['application/x-www-form-urlencoded']])('takes no body as %s', async (type) => {
    const answer = await ask(
      '/profiles/credentials',
      { name: 'process' },
      { headers: { ...own, 'content-type': type } },
    );
    expect(answer.status).toBe(400);
  });

  test('gives credentials to no GET', async () => {
    expect((await ask('/profiles/credentials?name=process')).status).toBe(405);
  });

  test('is off unless it was asked for', async () => {
    expect((await ask('/profiles.json', undefined, { at: without })).status).toBe(404);
    expect((await ask('/profiles/credentials', { name: 'process' }, { at: without })).status).toBe(405);
    expect((await ask('/connection.json', undefined, { at: without })).json()).toMatchObject({
      profiles: false,
    });
    expect((await ask('/connection.json')).json()).toMatchObject({ profiles: true });
  });
});
