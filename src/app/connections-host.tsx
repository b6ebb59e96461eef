import { use } from 'react';
import { ConnectionsWindow } from '../features/connections/connections-window.tsx';
import type { ConnectionStore } from '../state/connection-types.ts';
import type { RelayStore } from '../state/relay-consent.ts';
import type { ConnectionSafety } from './connection-safety.ts';

export interface ConnectionsHostProps {
  store: ConnectionStore;
  relay: RelayStore;
  /** The same promise each time. */
  safety: () => Promise<ConnectionSafety>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The connections, with all that keeps and checks their credentials. */
export function ConnectionsHost({ safety, ...window }: ConnectionsHostProps) {
  const { keeping, checks, edits, profiles } = use(safety());
  return <ConnectionsWindow {...{ keeping, checks, edits, profiles }} {...window} />;
}
