import { ConnectionSwitcher } from '../features/connections/connection-switcher.tsx';
import { isRelayed } from '../state/relay-consent.ts';
import type { Connection } from '../state/types.ts';
import { latePart, useLatePart } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';

const lateBadge = latePart(async () => (await import('./credential-badge.tsx')).CredentialBadge);

export interface SwitcherHostProps {
  services: Services;
  connection: Connection | undefined;
  onOpen: () => void;
}

/** Without the late code the switcher shows everything but the state of the credentials. */
export function SwitcherHost({ services, connection, onOpen }: SwitcherHostProps) {
  const { connections, relay, safety } = services;
  const identity = useStore(connections, (state) => state.identities[connection?.id ?? '']);
  const relayed = useStore(relay, (state) => isRelayed(state, connection));
  const isStored = connection !== undefined && connection.kind !== 'local';
  const { Part: Badge } = useLatePart(lateBadge, isStored);
  return (
    <ConnectionSwitcher {...{ connection, identity, relayed, onOpen }}>
      {isStored && Badge !== null && <Badge {...{ connections, connection }} safety={safety()} />}
    </ConnectionSwitcher>
  );
}
