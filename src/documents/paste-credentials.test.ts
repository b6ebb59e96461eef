import { describe, expect, test } from 'vitest';
import { parsePastedCredentials } from './paste-credentials.ts';

const id = 'ASIAIOSFODNN7EXAMPLE';
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const token = 'IQoJb3JpZ2luX2VjEXAMPLE==';
const all = { accessKeyId: id, secretAccessKey: secret, sessionToken: token };

describe('parsePastedCredentials', () => {
  test.each([
    [
      'export lines',
      `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"`,
    ],
    [
      'export lines in one line',
      `export AWS_ACCESS_KEY_ID=${id}; export AWS_SECRET_ACCESS_KEY=${secret}; export AWS_SESSION_TOKEN=${token}`,
    ],
    [
      'PowerShell',
      `$Env:AWS_ACCESS_KEY_ID="${id}"\r\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\r\n$Env:AWS_SESSION_TOKEN = "${token}"`,
    ],
    [
      'cmd',
      `SET AWS_ACCESS_KEY_ID=${id}\nSET AWS_SECRET_ACCESS_KEY=${secret}\nSET AWS_SESSION_TOKEN=${token}`,
    ],
    [
      'a credentials file',
      `[123456789012_Admin]\naws_access_key_id=${id}\naws_secret_access_key = ${secret}\naws_session_token=${token}\n[other]\naws_access_key_id=x\naws_secret_access_key=y`,
    ],
    [
      'the single values of the SSO portal',
      `AWS access key ID\n${id}\nAWS secret access key\n\n${secret}\nAWS session token\n${token}`,
    ],
    [
      'the single values behind their labels',
      `AWS access key ID: ${id}\nAWS secret access key: ${secret}\nAWS session token: ${token}\n`,
    ],
    [
      'configure export-credentials',
      JSON.stringify({ Version: 1, AccessKeyId: id, SecretAccessKey: secret, SessionToken: token }),
    ],
    [
      'sts assume-role',
      JSON.stringify({ Credentials: { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } }),
    ],
  ])('reads %s', (_form, text) => {
    expect(parsePastedCredentials(text)).toEqual({ ok: true, credentials: all });
  });

  test('takes nothing for the value of an assignment that has none', () => {
    const text = `export AWS_SESSION_TOKEN=\nexport AWS_REGION=""\nexport AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}`;
    expect(parsePastedCredentials(text)).toEqual({
      ok: true,
      credentials: { accessKeyId: id, secretAccessKey: secret },
    });
  });

  test('takes what stands below a label for its value, whatever it looks like', () => {
    const text = `AWS access key ID\n${id}\nAWS secret access key\n${secret}\nAWS session token\nabc==`;
    expect(parsePastedCredentials(text)).toMatchObject({ credentials: { sessionToken: 'abc==' } });
  });

  test('reads the end of temporary credentials and the region', () => {
    const text = `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\nAWS_CREDENTIAL_EXPIRATION=2026-11-22T15:00:00+00:00\nAWS_DEFAULT_REGION=eu-west-1`;
    expect(parsePastedCredentials(text)).toEqual({
      ok: true,
      credentials: {
        accessKeyId: id,
        secretAccessKey: secret,
        expiration: new Date('2026-11-22T15:00:00Z'),
        region: 'eu-west-1',
      },
    });
  });

  test.each([
    ['', 'No keys found'],
    ['{"a":', 'cannot be read'],
    [`AWS_ACCESS_KEY_ID=${id}`, 'no secret access key'],
    [`AWS_SECRET_ACCESS_KEY=${secret}`, 'no access key ID'],
    ['{"Credentials":null}', 'No keys found'],
  ])('says what is missing in %j, without repeating a secret', (text, words) => {
    const result = parsePastedCredentials(text);
    expect(result.ok).toBe(false);
    expect(result).toMatchObject({ message: expect.stringContaining(words) as string });
    expect(JSON.stringify(result)).not.toContain(secret);
  });
});
