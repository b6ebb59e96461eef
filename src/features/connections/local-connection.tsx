import type { Connection } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { IdentityLine, type IdentityLineProps } from './identity-line.tsx';

export interface LocalConnectionProps extends Pick<IdentityLineProps, 'identity' | 'onAsk'> {
  connection: Connection;
  inUse: boolean;
  onUse: () => void;
}

/** Nothing to edit: the server says all of it at each start. */
export function LocalConnection({ connection, inUse, onUse, ...identity }: LocalConnectionProps) {
  return (
    <div className="connections-window-local">
      <p>
        The Lambda endpoint on this machine, started with the console. It runs your Node.js handlers; its keys
        are made afresh at each start.
      </p>
      <dl>
        <dt>Endpoint</dt>
        <dd className="mono">{connection.endpoint}</dd>
        <dt>Region</dt>
        <dd className="mono">{connection.region}</dd>
        <dt>Account</dt>
        <dd className="mono">{connection.accountId}</dd>
      </dl>
      <IdentityLine {...identity} expiration={undefined} />
      {!inUse && <Button onClick={onUse}>Use this connection</Button>}
    </div>
  );
}
