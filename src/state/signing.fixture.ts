import { createInvokeClient, type CredentialSource, type InvokeClientConfig } from '../core/index.ts';
import { playing, type Step } from '../core/sending.fixture.ts';
import { createConnectionChecks } from './connection-checks.ts';
import { createClientFactory } from './client-factory.ts';
import { createConnectionStore } from './connection-store.ts';
import type { StoredConnection } from './connection-types.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { createNoticeStore } from './notice-store.ts';
import { exchangeSession } from './session-exchange.ts';
import { connection, textStorage } from './state.fixture.ts';
import type { Connection, Signing } from './types.ts';

export const noon = new Date('2026-11-22T12:00:00Z');
export const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIEXAMPLEKEY' };

export const role = {
  type: 'role',
  roleArn: 'arn:aws:iam::123456789012:role/deploy',
  sessionName: 'console',
  externalId: '',
  mfaSerial: '',
  durationSeconds: null,
} satisfies Signing;
export const device = 'arn:aws:iam::123456789012:mfa/me';
export const session: Signing = { type: 'session', mfaSerial: device, durationSeconds: 900 };
export const cognito: Signing = { type: 'cognito', identityPoolId: 'eu-west-2:pool', provider: '' };

/** What STS answers to AssumeRole and GetSessionToken. */
export function stsSession(number: number, expiration: string): Step {
  const body = `<R><Credentials><AccessKeyId>ASIA${number}</AccessKeyId><SecretAccessKey>made+${number}/=</SecretAccessKey>
    <SessionToken>token${number}</SessionToken><Expiration>${expiration}</Expiration></Credentials></R>`;
  return { status: 200, body };
}

export const stsIdentity: Step = {
  status: 200,
  body: '<R><Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AIDA1</UserId><Account>123456789012</Account></R>',
};

export function stsError(code: string, message: string, status = 403): Step {
  const body = `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  return { status, body };
}

/** All that signs for one stored connection, with a fetch that plays `steps` and a clock that stands at noon. */
export function signingSetUp(overrides: Partial<StoredConnection>, ...steps: Step[]) {
  const { fetch, sent } = playing(...steps);
  const clock = { now: noon };
  const credentials = createCredentialMemory();
  const notices = createNoticeStore();
  const connections = createConnectionStore({
    storage: textStorage(),
    tabStorage: textStorage(),
    credentials,
    fetch: async () => new Response('', { status: 404 }),
  });
  const stored: StoredConnection = { ...connection(), kind: 'aws', ...overrides };
  connections.getState().actions.save(stored);
  credentials.set(stored.id, keys);
  const createClient = (config: InvokeClientConfig) =>
    createInvokeClient({
      fetch,
      now: () => clock.now,
      sleep: async () => undefined,
      random: () => 0,
      ...config,
    });
  const exchange = (one: Connection, tokenCode?: string): Promise<CredentialSource> =>
    exchangeSession(one, { createClient, credentials }, tokenCode);
  const clientFor = createClientFactory({ createClient, credentials, exchange, now: () => clock.now });
  const checks = createConnectionChecks({ connections, credentials, notices, clientFor, exchange });
  return { sent, clock, credentials, notices, connections, stored, exchange, clientFor, checks };
}

export function formOf({ body }: { body: Uint8Array }): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
}
