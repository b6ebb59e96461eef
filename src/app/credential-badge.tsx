import { Suspense, use } from 'react';
import { CredentialBadge as Badge } from '../features/connections/credential-badge.tsx';
import type { ConnectionStore } from '../state/connection-types.ts';
import type { Connection } from '../state/types.ts';
import type { ConnectionSafety } from './connection-safety.ts';

export interface CredentialBadgeProps {
  connections: ConnectionStore;
  connection: Connection;
  safety: Promise<ConnectionSafety>;
}

/** How the credentials of the connection in use are. */
export function CredentialBadge(props: CredentialBadgeProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}

function Loaded({ safety, ...badge }: CredentialBadgeProps) {
  return <Badge {...badge} keeping={use(safety).keeping} />;
}
