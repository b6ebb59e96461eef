import type { CallOptions, CredentialSource } from './client-types.ts';
import { defined } from './defined.ts';
import { textAt, toRecord } from './json-object.ts';
import { elementText } from './response-error.ts';
import { fromJson, read, type ReadClient, type ReadResult } from './read-call.ts';

export interface CallerIdentity {
  arn: string;
  userId: string;
  account: string;
}

/** Whose credentials the client signs with. Needs no permission. */
export function getCallerIdentity(
  client: ReadClient,
  options?: CallOptions,
): Promise<ReadResult<CallerIdentity>> {
  const operation = {
    operation: 'GetCallerIdentity',
    service: 'sts',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  } as const;
  return read(client, { ...operation, parse: parseIdentity }, options);
}

/** Proofs of who a user is, by the name of their provider; without any, the pool's guests. At most 10. */
export type Logins = Record<string, string>;

/** The identity of a user, or of a guest, in a Cognito identity pool. Unsigned. */
export function getId(
  client: ReadClient,
  { identityPoolId: IdentityPoolId, logins: Logins }: { identityPoolId: string; logins?: Logins },
  options?: CallOptions,
): Promise<ReadResult<{ identityId: string }>> {
  const parse = fromJson((document) => {
    const identityId = textAt(document, 'IdentityId');
    return identityId ? { identityId } : undefined;
  });
  return read(client, { ...cognitoCall('GetId', { IdentityPoolId, Logins }), parse }, options);
}

/** Temporary credentials of a Cognito identity, ready to sign with. Unsigned. */
export function getCredentialsForIdentity(
  client: ReadClient,
  { identityId: IdentityId, logins: Logins }: { identityId: string; logins?: Logins },
  options?: CallOptions,
): Promise<ReadResult<CredentialSource>> {
  const operation = cognitoCall('GetCredentialsForIdentity', { IdentityId, Logins });
  return read(client, { ...operation, parse: fromJson(parseCredentials) }, options);
}

function cognitoCall(operation: string, input: { Logins: Logins | undefined } & Record<string, unknown>) {
  return {
    operation,
    service: 'cognito-identity',
    method: 'POST',
    path: '/',
    unsigned: true,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
    secrets: Object.values(input.Logins ?? {}),
  } as const;
}

/** Cognito calls the secret access key SecretKey, and counts the expiration in seconds. */
function parseCredentials(document: Record<string, unknown>): CredentialSource | undefined {
  const credentials = toRecord(document['Credentials']);
  const accessKeyId = textAt(credentials, 'AccessKeyId');
  const secretAccessKey = textAt(credentials, 'SecretKey');
  const sessionToken = textAt(credentials, 'SessionToken');
  const seconds = credentials?.['Expiration'];
  if (!accessKeyId || !secretAccessKey || !sessionToken) return undefined;
  const expiration = typeof seconds === 'number' ? new Date(seconds * 1000) : undefined;
  return { accessKeyId, secretAccessKey, sessionToken, ...defined({ expiration }) };
}

function parseIdentity(xml: string): CallerIdentity | undefined {
  const [arn, userId, account] = ['Arn', 'UserId', 'Account'].map((name) => elementText(xml, name));
  return arn && userId && account ? { arn, userId, account } : undefined;
}
