import { ApiError } from '../api/api-error.ts';
import { type KeyRing, letters, type SigningKeys, type TemporaryKeys } from './key-ring.ts';
import type { MfaCodes } from './mfa-codes.ts';
import type { Elements } from './sts-answer.ts';
import type { StsInput } from './sts-input.ts';

export interface StsCall {
  input: StsInput;
  /** Whose keys have signed. */
  keys: SigningKeys;
  ring: KeyRing;
  codes: MfaCodes;
  accountId: string;
}

/** Every operation of STS that there is here, by the API's name. */
export const stsOperations: ReadonlyMap<string, (call: StsCall) => Elements> = new Map([
  ['AssumeRole', assumeRole],
  ['GetCallerIdentity', getCallerIdentity],
  ['GetSessionToken', getSessionToken],
]);

function getCallerIdentity({ keys, accountId }: StsCall): Elements {
  return { Arn: keys.caller.arn, UserId: keys.caller.userId, Account: accountId };
}

/** Any role of the account may be assumed: there are no policies here. */
function assumeRole({ input, keys, ring, codes, accountId }: StsCall): Elements {
  const roleArn = input.text('RoleArn', { min: 20, max: 2048, required: true }) ?? '';
  const session =
    input.text('RoleSessionName', { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/, required: true }) ?? '';
  input.text('ExternalId', { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/ });
  const isChained = keys.caller.kind === 'role';
  const seconds = input.seconds({ max: LONGEST_ROLE_SECONDS, byDefault: 3600 });
  if (isChained && seconds > LONGEST_CHAIN_SECONDS) {
    throw new ApiError(
      'ValidationException',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  const [, name] =
    new RegExp(`^arn:aws[\\w-]*:iam::${accountId}:role/(?:[!-~]+/)?([\\w+=,.@-]+)$`).exec(roleArn) ?? [];
  if (name === undefined) throw mayNot(keys, 'AssumeRole', ` on resource: ${roleArn}`);
  codes.check(input);
  const id = `AROA${letters()}:${session}`;
  const arn = `arn:aws:sts::${accountId}:assumed-role/${name}/${session}`;
  const made = ring.issue({ kind: 'role', arn, userId: id }, seconds);
  return { Credentials: credentialsOf(made), AssumedRoleUser: { AssumedRoleId: id, Arn: arn } };
}

function getSessionToken({ input, keys, ring, codes }: StsCall): Elements {
  if (keys.sessionToken !== undefined) {
    throw new ApiError('AccessDeniedException', 'Cannot call GetSessionToken with session credentials');
  }
  const seconds = input.seconds({ max: LONGEST_SESSION_SECONDS, byDefault: 43_200 });
  codes.check(input);
  return { Credentials: credentialsOf(ring.issue(keys.caller, seconds)) };
}

const LONGEST_ROLE_SECONDS = 43_200;
const LONGEST_CHAIN_SECONDS = 3600;
const LONGEST_SESSION_SECONDS = 129_600;

function credentialsOf({ accessKeyId, secretAccessKey, sessionToken, expiration }: TemporaryKeys): Elements {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: expiration.toISOString().replace('.000Z', 'Z'),
  };
}

function mayNot(keys: SigningKeys, action: string, more: string): ApiError {
  return new ApiError(
    'AccessDeniedException',
    `User: ${keys.caller.arn} is not authorized to perform: sts:${action}${more}`,
  );
}
