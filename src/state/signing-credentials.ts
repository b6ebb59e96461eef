import type { CredentialSource, InvokeClientConfig } from '../core/index.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { Connection } from './types.ts';

/** Makes temporary credentials for a connection (session-exchange.ts). Rejects with words for the person. */
export type ExchangePort = (connection: Connection) => Promise<CredentialSource>;

export interface SigningPorts {
  credentials: CredentialMemory;
  exchange: ExchangePort;
  now: () => Date;
}

/** Any emulator takes them, and they open nothing: the words that their manuals use. */
const dummyKeys: CredentialSource = { accessKeyId: 'test', secretAccessKey: 'test' };

/** What a client of the connection signs with: keys, something that makes them, or nothing. */
export function signingCredentials(
  connection: Connection,
  ports: SigningPorts,
): InvokeClientConfig['credentials'] {
  const { signing, id } = connection;
  if (signing.type === 'anonymous') return undefined;
  if (signing.type === 'dummy') return dummyKeys;
  if (signing.type === 'keys') return ports.credentials.get(id);
  return isRenewable(connection) ? sessionProvider(connection, ports) : ports.credentials.session(id);
}

/** Whether new credentials can be had without the person: no code is asked for. */
export function isRenewable({ signing }: Connection): boolean {
  return signing.type === 'cognito' || (signing.type === 'role' && signing.mfaSerial === '');
}

/** When what signs now ends; undefined where it does not, or where it is renewed by itself. */
export function signingExpiration(connection: Connection, credentials: CredentialMemory): Date | undefined {
  return currentSigner(connection, credentials)?.expiration;
}

/** The credentials at hand, whether or not more can be had. */
export function currentSigner(
  { signing, id }: Connection,
  credentials: CredentialMemory,
): CredentialSource | undefined {
  if (signing.type === 'anonymous') return undefined;
  if (signing.type === 'dummy') return dummyKeys;
  return signing.type === 'keys' ? credentials.get(id) : credentials.session(id);
}

/** A session is renewed so long before its end: a request signed with it must not arrive after that. */
const marginMs = 60_000;

/**
 * For one client. The core asks again when its credentials have ended or were refused as expired, so what this
 * provider gave last is never given a second time.
 */
function sessionProvider(connection: Connection, { credentials, exchange, now }: SigningPorts) {
  let last: CredentialSource | undefined;
  return async (): Promise<CredentialSource> => {
    const known = credentials.session(connection.id);
    const isFresh = known && known !== last && !(endOf(known) <= now().getTime());
    last = isFresh ? known : await exchange(connection);
    return last.expiration ? { ...last, expiration: new Date(endOf(last)) } : last;
  };
}

/** NaN where there is none: nothing compares with it. */
function endOf({ expiration }: CredentialSource): number {
  return (expiration?.getTime() ?? NaN) - marginMs;
}

/**
 * One exchange at a time for a connection, whose clients of all retry modes share its session. What keys that were
 * replaced meanwhile were given signs nothing.
 */
export function sharedExchange({ credentials, exchange }: SigningPorts): ExchangePort {
  const underway = new Map<string, Promise<CredentialSource>>();
  return (connection) => {
    const { id } = connection;
    const epoch = credentials.epoch(id);
    const key = `${id} ${epoch}`;
    const begin = async (): Promise<CredentialSource> => {
      const made = await exchange(connection);
      if (credentials.epoch(id) !== epoch) throw new Error('The credentials were changed meanwhile.');
      credentials.setSession(id, made);
      return made;
    };
    const renewal = underway.get(key) ?? begin().finally(() => underway.delete(key));
    underway.set(key, renewal);
    return renewal;
  };
}
