import {
  describeError,
  getCredentialsForIdentity,
  getId,
  type CredentialSource,
  type InvokeClient,
  type InvokeClientConfig,
  type InvokeError,
} from '../core/index.ts';
import type { CredentialMemory } from './credential-memory.ts';
import { assumeRole, getSessionToken, type MfaCode } from './sts-calls.ts';
import type { Connection, Signing } from './types.ts';

export interface SessionExchange {
  createClient: (config: InvokeClientConfig) => InvokeClient;
  credentials: CredentialMemory;
}

/** Why there is no session, in words for the person; `error` is what the service said, when it was asked. */
export class SessionFailure extends Error {
  override readonly name = 'SessionFailure';
  readonly error: InvokeError | undefined;

  constructor(message: string, error?: InvokeError) {
    super(message);
    this.error = error;
  }
}

/**
 * Temporary credentials for a connection: of its role, of its user's MFA session, or of its identity pool.
 * @throws SessionFailure
 */
export async function exchangeSession(
  connection: Connection,
  ports: SessionExchange,
  tokenCode?: string,
): Promise<CredentialSource> {
  const { signing } = connection;
  if (signing.type === 'cognito') return fromIdentityPool(connection, signing, ports);
  if (signing.type !== 'role' && signing.type !== 'session') {
    throw new SessionFailure('This connection signs with its keys alone.');
  }
  const credentials = ports.credentials.get(connection.id);
  if (!credentials) {
    throw new SessionFailure('The keys of this connection are missing: enter them again.');
  }
  const mfa = mfaOf(signing, tokenCode);
  // STS of the region, which all partitions have; FIPS and dual-stack hosts are Lambda's alone here.
  const { region, endpoint } = connection;
  const client = ports.createClient({ region, credentials, ...(endpoint === null ? {} : { endpoint }) });
  const { durationSeconds: seconds } = signing;
  const duration = seconds === null ? {} : { durationSeconds: seconds };
  if (signing.type === 'session') {
    if (!mfa) throw new SessionFailure('The code of the MFA device is missing.');
    return valueOf(await getSessionToken(client, { mfa, ...duration }));
  }
  const { roleArn, sessionName, externalId } = signing;
  return valueOf(
    await assumeRole(client, { roleArn, sessionName, externalId, ...duration, ...(mfa ? { mfa } : {}) }),
  );
}

function mfaOf(
  { mfaSerial }: Extract<Signing, { type: 'role' | 'session' }>,
  tokenCode: string | undefined,
): MfaCode | undefined {
  if (mfaSerial === '') return undefined;
  if (!tokenCode) throw new SessionFailure('The code of the MFA device is missing.');
  return { serialNumber: mfaSerial, tokenCode };
}

async function fromIdentityPool(
  { id, region, endpoint }: Connection,
  { identityPoolId, provider }: Extract<Signing, { type: 'cognito' }>,
  { createClient, credentials }: SessionExchange,
): Promise<CredentialSource> {
  // A pool's id begins with its region, which need not be the function's.
  const poolRegion = /^([a-z0-9-]+):/.exec(identityPoolId)?.[1] ?? region;
  const client = createClient(endpoint === null ? { region: poolRegion } : { region, endpoint });
  const token = provider === '' ? undefined : credentials.loginToken(id);
  if (provider !== '' && !token) {
    throw new SessionFailure(`The login token of ${provider} is missing: enter it again.`);
  }
  const logins = token === undefined ? {} : { logins: { [provider]: token } };
  const found = await getId(client, { identityPoolId, ...logins });
  if (!found.ok) throw failureOf(found.error);
  const made = await getCredentialsForIdentity(client, { identityId: found.value.identityId, ...logins });
  if (!made.ok) throw failureOf(made.error);
  return made.value;
}

function valueOf(result: Awaited<ReturnType<typeof assumeRole>>): CredentialSource {
  if (!result.ok) throw failureOf(result.error);
  return result.credentials;
}

function failureOf(error: InvokeError): SessionFailure {
  const { title, nextStep } = describeError(error);
  // The service's first paragraph: a refused signature quotes the whole request below it.
  const [first = ''] = error.message.split('\n\n');
  return new SessionFailure(`${title}: ${first} ${nextStep}`, error);
}
