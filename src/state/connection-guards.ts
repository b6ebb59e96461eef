import { isLoopback } from './connection-endpoint.ts';
import type { ConnectionStore } from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import { refuse } from './run-guards.ts';
import type { RunGuard } from './run-types.ts';
import { currentSigner, isRenewable } from './signing-credentials.ts';
import type { Connection, RunRefusal } from './types.ts';

/**
 * The connection as it is stored decides, never the copy that a command carries: what was imported, replayed or made
 * up can't say of itself that it is no production.
 */
export function storedConnection(connections: ConnectionStore, { id }: Connection): Connection | undefined {
  return connections.getState().connections.find((one) => one.id === id);
}

export function readOnlyGuard(connections: ConnectionStore): RunGuard {
  return ({ connection, request }) => {
    const stored = storedConnection(connections, connection);
    if (!stored) return refuse(gone(connection));
    if (!stored.readOnly || request.invocationType === 'DryRun') return { ok: true };
    return refuse({
      code: 'read-only',
      message: `${stored.name} is read only: it allows DryRun and reads.`,
      nextStep: 'Choose DryRun, or another connection.',
    });
  };
}

/** An endpoint that the page may not reach is told apart before anything is signed for it. */
export function originGuard(connections: ConnectionStore): RunGuard {
  return async ({ connection: { endpoint } }) => {
    if (endpoint === null || isLoopback(endpoint) || !URL.canParse(endpoint)) return { ok: true };
    const { origin } = new URL(endpoint);
    const { local } = connections.getState();
    if (local.state === 'ready' && local.allowedEndpoints.includes(origin)) return { ok: true };
    const { classifyEndpoint } = await import('../documents/endpoint-class.ts');
    if (classifyEndpoint(origin).kind === 'aws') return { ok: true };
    return refuse({
      code: 'origin-not-allowed',
      message: `This page was not started with access to ${origin}.`,
      nextStep: `Restart it with: npm start -- --endpoint ${origin}`,
    });
  };
}

export interface CredentialsGuard {
  connections: ConnectionStore;
  credentials: CredentialMemory;
  now: () => Date;
}

/** Keys that are missing, locked away or over are said here: AWS would only call the request unauthenticated. */
export function credentialsGuard({ connections, credentials, now }: CredentialsGuard): RunGuard {
  return ({ connection }) => {
    const stored = storedConnection(connections, connection);
    if (!stored) return refuse(gone(connection));
    const refusal = credentialsRefusal(stored, credentials, now());
    return refusal === null ? { ok: true } : refuse(refusal);
  };
}

function credentialsRefusal(connection: Connection, memory: CredentialMemory, now: Date): RunRefusal | null {
  const { signing, name, id, keep } = connection;
  if (signing.type === 'anonymous' || signing.type === 'dummy' || signing.type === 'cognito') return null;
  const given = memory.get(id);
  if (!given && keep === 'vault') {
    return {
      code: 'vault-locked',
      message: `The credentials of ${name} are locked in the vault.`,
      nextStep: 'Unlock it, then press Invoke.',
    };
  }
  if (!given) {
    return {
      code: 'no-credentials',
      message: `There are no credentials for ${name} in this page.`,
      nextStep: 'Enter or paste them, then press Invoke.',
    };
  }
  const signer = isRenewable(connection) ? given : currentSigner(connection, memory);
  if (!signer) {
    return {
      code: 'session-needed',
      message: `${name} needs a session, which a code of the MFA device opens.`,
      nextStep: 'Enter the code, then press Invoke.',
    };
  }
  if (!signer.expiration || signer.expiration > now) return null;
  return {
    code: 'credentials-expired',
    message: `The credentials of ${name} ended at ${signer.expiration.toLocaleString()}.`,
    nextStep: 'Get new ones where these came from, paste them, then press Invoke.',
  };
}

function gone({ name }: Connection): RunRefusal {
  return {
    code: 'connection-gone',
    message: `The connection ${name} is not there any more.`,
    nextStep: 'Choose a connection, then press Invoke.',
  };
}
