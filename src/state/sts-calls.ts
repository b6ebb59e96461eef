import type { CredentialSource, InvokeError, ReadClient } from '../core/index.ts';

export interface AssumeRole {
  roleArn: string;
  sessionName: string;
  externalId?: string;
  durationSeconds?: number;
  mfa?: MfaCode;
}

export interface MfaCode {
  serialNumber: string;
  tokenCode: string;
}

export type StsResult = { ok: true; credentials: CredentialSource } | { ok: false; error: InvokeError };

/** Temporary credentials of a role. Needs sts:AssumeRole and the trust of the role. */
export function assumeRole(client: ReadClient, input: AssumeRole): Promise<StsResult> {
  return credentialsFrom(client, 'AssumeRole', {
    RoleArn: input.roleArn,
    RoleSessionName: input.sessionName,
    ExternalId: input.externalId,
    DurationSeconds: input.durationSeconds?.toString(),
    ...mfaMembers(input.mfa),
  });
}

/** Temporary credentials of the user whose keys sign, opened by a code of their MFA device. */
export function getSessionToken(
  client: ReadClient,
  { mfa, durationSeconds }: { mfa: MfaCode; durationSeconds?: number },
): Promise<StsResult> {
  return credentialsFrom(client, 'GetSessionToken', {
    DurationSeconds: durationSeconds?.toString(),
    ...mfaMembers(mfa),
  });
}

type Members = Record<string, string | undefined>;

function mfaMembers(mfa: MfaCode | undefined): Members {
  return { SerialNumber: mfa?.serialNumber, TokenCode: mfa?.tokenCode };
}

async function credentialsFrom(client: ReadClient, action: string, members: Members): Promise<StsResult> {
  const given = Object.entries(members).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const code = members['TokenCode'];
  const result = await client.call({
    operation: action,
    service: 'sts',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([['Action', action], ['Version', '2011-06-15'], ...given]).toString(),
    // A code opens one session: sent twice, the second answer would be a refusal.
    readOnly: code === undefined,
    secrets: code === undefined ? [] : [code],
  });
  if (!result.ok) return result;
  const credentials = parseCredentials(new TextDecoder().decode(result.body));
  if (credentials) return { ok: true, credentials };
  // Not with its body: what can't be read may hold keys all the same.
  const { statusCode } = result;
  const message = `The answer to ${action} has no credentials in it.`;
  return { ok: false, error: { kind: 'bad-response', message, statusCode, mayHaveRun: 'no' } };
}

/** The answer's XML is flat here, and base64 and times need no unescaping. */
function parseCredentials(xml: string): CredentialSource | undefined {
  const [accessKeyId, secretAccessKey, sessionToken, ends = ''] = [
    'AccessKeyId',
    'SecretAccessKey',
    'SessionToken',
    'Expiration',
  ].map((name) => new RegExp(`<${name}>\\s*([^<]+?)\\s*<`).exec(xml)?.[1]);
  if (!accessKeyId || !secretAccessKey || !sessionToken) return undefined;
  const expiration = new Date(ends);
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
  };
}
