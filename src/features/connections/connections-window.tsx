import { useState } from 'react';
import type { CredentialSource } from '../../core/index.ts';
import type { ConnectionStore, StoredConnection } from '../../state/connection-types.ts';
import { localConnectionId } from '../../state/connection-types.ts';
import type { Connection } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useStore } from '../../ui/use-store.ts';
import { ConnectionForm, connectionFormId } from './connection-form.tsx';
import './connections-window.css';

export interface ConnectionsWindowProps {
  store: ConnectionStore;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const newId = 'new';

/** All connections, the one in use, and a form for each but the local one. */
export function ConnectionsWindow({ store, open, onOpenChange }: ConnectionsWindowProps) {
  const { connections, activeId, local, withCredentials, actions } = useStore(store, (state) => state);
  const [shownId, setShownId] = useState<string | null>(null);
  const currentId = shownId ?? activeId ?? newId;
  const shown = connections.find((connection) => connection.id === currentId) ?? null;
  const save = (connection: StoredConnection, credentials: CredentialSource | null): void => {
    actions.save(connection);
    if (credentials !== null) actions.setCredentials(connection.id, credentials);
    actions.activate(connection.id);
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Connections"
      size="large"
      footer={
        shown?.id !== localConnectionId && (
          <Button type="submit" variant="primary" form={connectionFormId}>
            Save connection
          </Button>
        )
      }
    >
      <div className="connections-window">
        <ConnectionList
          connections={connections}
          activeId={activeId}
          currentId={currentId}
          onShow={setShownId}
        />
        {shown?.id === localConnectionId ? (
          <LocalConnection
            connection={shown}
            inUse={activeId === shown.id}
            onUse={() => actions.activate(shown.id)}
          />
        ) : (
          <div>
            {shown !== null && activeId !== shown.id && (
              <Button onClick={() => actions.activate(shown.id)}>Use this connection</Button>
            )}
            <ConnectionForm
              key={currentId}
              connection={shown}
              hasCredentials={withCredentials.has(currentId)}
              origins={{ allowedEndpoints: local.state === 'ready' ? local.allowedEndpoints : [] }}
              onSave={save}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}

interface ConnectionListProps {
  connections: readonly Connection[];
  activeId: string | null;
  currentId: string;
  onShow: (id: string) => void;
}

function ConnectionList({ connections, activeId, currentId, onShow }: ConnectionListProps) {
  return (
    <ul className="connections-window-list" aria-label="Connections">
      {connections.map((connection) => (
        <li key={connection.id}>
          <button
            type="button"
            className="connections-window-item"
            aria-current={connection.id === currentId}
            onClick={() => onShow(connection.id)}
          >
            <span className="connections-window-dot" data-hue={connection.color} />
            <span className="truncate">{connection.name}</span>
            {connection.id === activeId && <span className="dim">in use</span>}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="connections-window-item"
          aria-current={currentId === newId}
          onClick={() => onShow(newId)}
        >
          New connection
        </button>
      </li>
    </ul>
  );
}

interface LocalConnectionProps {
  connection: Connection;
  inUse: boolean;
  onUse: () => void;
}

function LocalConnection({ connection, inUse, onUse }: LocalConnectionProps) {
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
      </dl>
      {!inUse && <Button onClick={onUse}>Use this connection</Button>}
    </div>
  );
}
