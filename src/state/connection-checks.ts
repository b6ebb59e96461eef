import { getCallerIdentity, type CredentialSource } from '../core/index.ts';
import type { ClientFor } from './client-factory.ts';
import type { ConnectionStore, Identity, StoredConnection } from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Connection } from './types.ts';

export interface CreateConnectionChecks {
  connections: ConnectionStore;
  credentials: CredentialMemory;
  notices: NoticeStore;
  clientFor: ClientFor;
  /** Temporary credentials by a code of the MFA device (session-exchange.ts). */
  exchange: (connection: Connection, tokenCode: string) => Promise<CredentialSource>;
}

/** What is asked of the service when credentials were given, each time because a person did something. */
export interface ConnectionChecks {
  /** Asks whose credentials these are, and tells when they are nobody's. Runs nothing, needs no permission. */
  identify(connection: Connection): Promise<void>;
  /** Opens a session with a code; null when it is open, else why not. */
  openSession(connection: Connection, tokenCode: string): Promise<string | null>;
}

export function createConnectionChecks(options: CreateConnectionChecks): ConnectionChecks {
  const { connections, credentials, notices, clientFor, exchange } = options;
  const identify = async (connection: Connection): Promise<void> => {
    const { actions } = connections.getState();
    actions.setIdentity(connection.id, { state: 'asking' });
    const identity = await askIdentity(connection, clientFor);
    actions.setIdentity(connection.id, identity);
    if (identity.state === 'known' && isStored(connection)) {
      actions.save({ ...connection, accountId: identity.account });
    }
    const notice = `identity ${connection.id}`;
    if (identity.state === 'rejected') {
      const text = `The credentials of ${connection.name} were rejected. ${identity.message}`;
      notices.getState().actions.tell({ id: notice, tone: 'error', text });
    } else notices.getState().actions.dismiss(notice);
  };
  return {
    identify,
    async openSession(connection, tokenCode) {
      try {
        credentials.setSession(connection.id, await exchange(connection, tokenCode));
      } catch (failure) {
        return failure instanceof Error ? failure.message : 'No session was opened.';
      }
      void identify(connection);
      return null;
    },
  };
}

async function askIdentity(connection: Connection, clientFor: ClientFor): Promise<Identity> {
  const answer = await getCallerIdentity(clientFor(connection, 'off'));
  if (answer.ok) return { state: 'known', account: answer.value.account, arn: answer.value.arn };
  const { kind, message } = answer.error;
  const [first = ''] = message.split('\n\n');
  if (kind === 'credentials' || kind === 'clock-skew') return { state: 'rejected', message: first };
  return { state: 'unknown', message: unknownWords[connection.kind] };
}

const unknownWords: Record<Connection['kind'], string> = {
  aws: 'STS did not answer, so whose credentials these are is not known.',
  custom: 'This endpoint does not say whose credentials these are.',
  local: 'This endpoint does not say whose credentials these are.',
};

function isStored(connection: Connection): connection is StoredConnection {
  return connection.kind !== 'local';
}
