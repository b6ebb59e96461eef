import { describeError, getCallerIdentity, type CredentialSource, type InvokeError } from '../core/index.ts';
import type { ClientFor } from './client-factory.ts';
import type { ConnectionStore, Identity, StoredConnection } from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { NoticeStore } from './notice-store.ts';
import { SessionFailure } from './session-exchange.ts';
import { isRenewable } from './signing-credentials.ts';
import type { Connection } from './types.ts';

export interface CreateConnectionChecks {
  connections: ConnectionStore;
  credentials: CredentialMemory;
  notices: NoticeStore;
  clientFor: ClientFor;
  /** Temporary credentials, where needed by a code of the MFA device (session-exchange.ts). */
  exchange: (connection: Connection, tokenCode?: string) => Promise<CredentialSource>;
}

/** What is asked of the service when credentials were given, each time because a person did something. */
export interface ConnectionChecks {
  /** Asks whose credentials these are, and tells when they are nobody's. Runs nothing, needs no permission. */
  identify(connection: Connection): Promise<void>;
  /** Opens a session with a code; null when it is open, else why not. */
  openSession(connection: Connection, tokenCode: string): Promise<string | null>;
}

export function createConnectionChecks(options: CreateConnectionChecks): ConnectionChecks {
  const { connections, credentials, exchange } = options;
  const newest = new Map<string, object>();
  const identify = async (connection: Connection): Promise<void> => {
    const { id } = connection;
    const turn = {};
    newest.set(id, turn);
    const epoch = credentials.epoch(id);
    const { actions } = connections.getState();
    actions.setIdentity(id, { state: 'asking' });
    const finding = await askIdentity(connection, options);
    if (newest.get(id) !== turn) return;
    // An answer about keys that were replaced or deleted while it came says nothing about those there are now.
    if (credentials.epoch(id) === epoch) show(connection, finding, options);
    else actions.setIdentity(id, null);
  };
  return {
    identify,
    async openSession(connection, tokenCode) {
      const epoch = credentials.epoch(connection.id);
      try {
        const made = await exchange(connection, tokenCode);
        if (credentials.epoch(connection.id) !== epoch) return changedMeanwhile;
        credentials.setSession(connection.id, made);
      } catch (failure) {
        return failure instanceof Error ? failure.message : 'No session was opened.';
      }
      void identify(connection);
      return null;
    },
  };
}

const changedMeanwhile = 'The credentials were changed meanwhile: enter a new code.';

/** What was found out, and what of it the person must hear wherever they are. */
interface Finding {
  identity: Identity;
  alarm?: string;
}

function show({ id }: Connection, { identity, alarm }: Finding, options: CreateConnectionChecks): void {
  const { connections, notices } = options;
  const { connections: all, actions } = connections.getState();
  actions.setIdentity(id, identity);
  // As it is now: it may have been edited or deleted while the service was asked.
  const current = all.find((one) => one.id === id);
  if (identity.state === 'known' && current && isStored(current)) {
    actions.save({ ...current, accountId: identity.account });
  }
  const notice = `identity ${id}`;
  if (alarm === undefined) notices.getState().actions.dismiss(notice);
  else notices.getState().actions.tell({ id: notice, tone: 'error', text: alarm });
}

async function askIdentity(connection: Connection, options: CreateConnectionChecks): Promise<Finding> {
  const failure = await openRenewable(connection, options);
  if (failure !== null) return judge(connection, failure.error, failure.message);
  const answer = await getCallerIdentity(options.clientFor(connection, 'off'));
  if (answer.ok) {
    return { identity: { state: 'known', account: answer.value.account, arn: answer.value.arn } };
  }
  const [first = ''] = answer.error.message.split('\n\n');
  return judge(connection, answer.error, first);
}

interface Failure {
  error: InvokeError | undefined;
  message: string;
}

/** Opened here and not by the client's provider, whose failures all look alike: a wrong key, and a network that is gone. */
async function openRenewable(
  connection: Connection,
  { credentials, exchange }: CreateConnectionChecks,
): Promise<Failure | null> {
  const { id } = connection;
  if (!isRenewable(connection) || credentials.session(id)) return null;
  const epoch = credentials.epoch(id);
  try {
    const made = await exchange(connection);
    if (credentials.epoch(id) === epoch) credentials.setSession(id, made);
    return null;
  } catch (failure) {
    const error = failure instanceof SessionFailure ? failure.error : undefined;
    return { error, message: failure instanceof Error ? failure.message : 'No session was opened.' };
  }
}

function judge(connection: Connection, error: InvokeError | undefined, message: string): Finding {
  const { name } = connection;
  const wasAnswered = error?.statusCode !== undefined;
  if (error?.kind === 'credentials' && (wasAnswered || !isRenewable(connection))) {
    const identity: Identity = { state: 'rejected', message };
    return { identity, alarm: `The credentials of ${name} were rejected. ${message}` };
  }
  if (error?.kind === 'clock-skew') {
    const { meaning, nextStep } = describeError(error);
    return told(name, `${meaning} ${nextStep}`);
  }
  if (error === undefined || error.kind === 'credentials' || error.kind === 'access-denied') {
    return told(name, message);
  }
  return { identity: { state: 'unknown', message: unknownWords[connection.kind] } };
}

function told(name: string, message: string): Finding {
  return { identity: { state: 'unknown', message }, alarm: `${name}: ${message}` };
}

const unknownWords: Record<Connection['kind'], string> = {
  aws: 'STS did not answer, so whose credentials these are is not known.',
  custom: 'This endpoint does not say whose credentials these are.',
  local: 'This endpoint does not say whose credentials these are.',
};

function isStored(connection: Connection): connection is StoredConnection {
  return connection.kind !== 'local';
}
