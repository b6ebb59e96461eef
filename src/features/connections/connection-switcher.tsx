import { ChevronDown, Eye, LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { endpointUrlOf } from '../../state/connection-endpoint.ts';
import type { Identity } from '../../state/connection-types.ts';
import type { Connection } from '../../state/types.ts';
import './connection-switcher.css';

export interface ConnectionSwitcherProps {
  connection: Connection | undefined;
  /** Whose credentials they are, when it was asked. */
  identity: Identity | undefined;
  /** Its requests go through the relay. */
  relayed: boolean;
  onOpen: () => void;
  /** How the credentials are. */
  children: ReactNode;
}

/** Name, account, region and endpoint host of the connection in use, always in sight. */
export function ConnectionSwitcher(props: ConnectionSwitcherProps) {
  const { connection, identity, relayed, onOpen, children } = props;
  return (
    <button type="button" className="connection-switcher" data-hue={connection?.color} onClick={onOpen}>
      <span className="visually-hidden">Connection </span>
      <span className="connection-switcher-dot" />
      {connection === undefined ? <span>none yet</span> : <Facts {...{ connection, identity, relayed }} />}
      {children}
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  );
}

interface FactsProps extends Pick<ConnectionSwitcherProps, 'identity' | 'relayed'> {
  connection: Connection;
}

function Facts({ connection, identity, relayed }: FactsProps) {
  const { name, accountId, region, production, readOnly } = connection;
  const account = identity?.state === 'known' ? identity.account : accountId;
  const host = hostOf(connection);
  const arn = identity?.state === 'known' ? `\n${identity.arn}` : '';
  return (
    <span className="connection-switcher-facts" title={`${name}\n${account ?? ''} ${region}\n${host}${arn}`}>
      <span className="connection-switcher-name">
        <span className="truncate">{name}</span>
        {production && <LockKeyhole size={12} role="img" aria-label="production" />}
        {readOnly && <Eye size={12} role="img" aria-label="read only" />}
      </span>
      <span className="connection-switcher-place mono">
        <span>{account ?? 'account unknown'}</span>
        <span>{region}</span>
        <span className="truncate">{host}</span>
        {relayed && <span>via relay</span>}
      </span>
    </span>
  );
}

function hostOf(connection: Connection): string {
  const url = endpointUrlOf(connection);
  return url === undefined ? (connection.endpoint ?? 'no endpoint') : new URL(url).host;
}
