import { ChevronDown } from 'lucide-react';
import type { Connection } from '../../state/types.ts';
import './connection-button.css';

export interface ConnectionButtonProps {
  connection: Connection | undefined;
  onOpen: () => void;
}

/** Name, account, region and endpoint host of the connection in use, always in sight. */
export function ConnectionButton({ connection, onOpen }: ConnectionButtonProps) {
  return (
    <button type="button" className="connection-button" data-hue={connection?.color} onClick={onOpen}>
      <span className="visually-hidden">Connection </span>
      <span className="connection-button-dot" />
      {connection === undefined ? (
        <span>none yet</span>
      ) : (
        <>
          <span className="connection-button-name truncate">{connection.name}</span>
          {connection.accountId !== null && (
            <span className="connection-button-more mono">{connection.accountId}</span>
          )}
          <span className="mono dim">{connection.region}</span>
          <span className="connection-button-more mono dim">{hostOf(connection)}</span>
        </>
      )}
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  );
}

function hostOf(connection: Connection): string {
  if (connection.endpoint === null) return 'AWS';
  return URL.canParse(connection.endpoint) ? new URL(connection.endpoint).host : connection.endpoint;
}
