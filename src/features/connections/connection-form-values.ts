import type { CredentialSource } from '../../core/index.ts';
import type { StoredConnection } from '../../state/connection-types.ts';
import type { ReadableKeys } from '../../state/credential-keeper.ts';
import type { Connection, Signing } from '../../state/types.ts';

/** What the form holds while it is edited. The secret fields exist only here and in the page's memory. */
export interface ConnectionFormValues extends Pick<
  Connection,
  'name' | 'region' | 'variant' | 'color' | 'production' | 'readOnly' | 'keep'
> {
  endpoint: string;
  signing: SigningChoice;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date | null;
  /** The person says that real keys may sign for an endpoint that is neither AWS nor this machine. */
  sendKeys: boolean;
  roleArn: string;
  sessionName: string;
  externalId: string;
  mfaSerial: string;
  /** Seconds as typed; empty for the service's own. */
  duration: string;
  identityPoolId: string;
  provider: string;
  loginToken: string;
  /** Of the vault. */
  passphrase: string;
}

/** Dummy keys are no choice: a custom endpoint gets them when no keys are given. */
export type SigningChoice = Exclude<Signing['type'], 'dummy'>;

export const emptyValues: ConnectionFormValues = {
  name: '',
  region: 'us-east-1',
  endpoint: '',
  variant: 'standard',
  color: 'blue',
  production: false,
  readOnly: false,
  keep: 'memory',
  signing: 'keys',
  accessKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
  expiration: null,
  sendKeys: false,
  roleArn: '',
  sessionName: 'invoke-console',
  externalId: '',
  mfaSerial: '',
  duration: '',
  identityPoolId: '',
  provider: '',
  loginToken: '',
  passphrase: '',
};

/** The values of a stored connection; credentials are never read back into the form. */
export function valuesOf(connection: Connection): ConnectionFormValues {
  const { name, region, endpoint, variant, color, production, readOnly, keep, signing } = connection;
  const { type, ...members } = signing;
  const duration = 'durationSeconds' in members ? (members.durationSeconds?.toString() ?? '') : '';
  return {
    ...emptyValues,
    name,
    region,
    variant,
    color,
    production,
    readOnly,
    keep,
    duration,
    ...members,
    endpoint: endpoint ?? '',
    signing: type === 'dummy' ? 'keys' : type,
    sendKeys: type !== 'dummy',
  };
}

export function connectionOf(
  id: string,
  values: ConnectionFormValues,
  before: Connection | null,
): StoredConnection {
  const endpoint = values.endpoint.trim();
  const { variant, color, production, readOnly } = values;
  return {
    id,
    variant,
    color,
    production,
    readOnly,
    name: values.name.trim(),
    region: values.region.trim(),
    endpoint: endpoint === '' ? null : endpoint.replace(/\/+$/, ''),
    kind: endpoint === '' ? 'aws' : 'custom',
    accountId: before?.accountId ?? null,
    requestHeaders: endpoint === '' ? 'sdk' : 'minimal',
    signing: signingOf(values, before),
    keep: needsKeys(values.signing) ? values.keep : 'memory',
  };
}

/** Whether it begins with an access key ID and a secret. */
export function needsKeys(signing: SigningChoice): boolean {
  return signing === 'keys' || signing === 'role' || signing === 'session';
}

function signingOf(values: ConnectionFormValues, before: Connection | null): Signing {
  const durationSeconds = values.duration.trim() === '' ? null : Number(values.duration);
  const mfaSerial = values.mfaSerial.trim();
  switch (values.signing) {
    case 'keys': {
      const isCustom = values.endpoint.trim() !== '';
      const hadKeys = before !== null && before.signing.type !== 'dummy' && isSameAddress(values, before);
      return isCustom && keysOf(values) === null && !hadKeys ? { type: 'dummy' } : { type: 'keys' };
    }
    case 'role':
      return {
        type: 'role',
        roleArn: values.roleArn.trim(),
        sessionName: values.sessionName.trim(),
        externalId: values.externalId.trim(),
        mfaSerial,
        durationSeconds,
      };
    case 'session':
      return { type: 'session', mfaSerial, durationSeconds };
    case 'cognito':
      return {
        type: 'cognito',
        identityPoolId: values.identityPoolId.trim(),
        provider: values.provider.trim(),
      };
    case 'anonymous':
      return { type: 'anonymous' };
  }
}

function isSameAddress(values: ConnectionFormValues, before: Connection): boolean {
  return before.endpoint === values.endpoint.trim().replace(/\/+$/, '');
}

/** null: no keys were typed, and those in memory, if any, stay. */
export function keysOf(values: ConnectionFormValues): ReadableKeys | null {
  if (values.accessKeyId.trim() === '' || values.secretAccessKey.trim() === '') return null;
  return {
    accessKeyId: values.accessKeyId.trim(),
    secretAccessKey: values.secretAccessKey.trim(),
    ...(values.sessionToken.trim() === '' ? {} : { sessionToken: values.sessionToken.trim() }),
    ...(values.expiration === null ? {} : { expiration: values.expiration }),
  } satisfies CredentialSource;
}
