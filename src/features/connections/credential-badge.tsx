import type { ConnectionStore } from '../../state/connection-types.ts';
import type { KeepingStore } from '../../state/credential-keeping.ts';
import type { Connection } from '../../state/types.ts';
import { useStore } from '../../ui/use-store.ts';
import { credentialState } from './credential-state.ts';
import { useNow } from './use-now.ts';
import './credential-badge.css';

export interface CredentialBadgeProps {
  connections: ConnectionStore;
  connection: Connection;
  keeping: KeepingStore;
}

/** Counts down to the end of the credentials, and says when they are missing, locked or refused. */
export function CredentialBadge({ connections, connection, keeping }: CredentialBadgeProps) {
  const { id } = connection;
  const expiration = useStore(connections, (state) => state.expirations[id]);
  const hasKeys = useStore(connections, (state) => state.withCredentials.has(id));
  const identity = useStore(connections, (state) => state.identities[id]);
  const vault = useStore(keeping, (state) => state.vault);
  const now = useNow(expiration);
  const state = credentialState({ connection, expiration, hasKeys, identity, vault, now });
  if (state === null) return null;
  return (
    <span className="credential-badge" data-tone={state.tone}>
      {state.words}
    </span>
  );
}
