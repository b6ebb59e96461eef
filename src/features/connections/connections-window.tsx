import { useState } from 'react';
import type { ConnectionChecks } from '../../state/connection-checks.ts';
import type { ConnectionEdits } from '../../state/connection-edits.ts';
import { localConnectionId, type ConnectionStore } from '../../state/connection-types.ts';
import type { KeepingStore } from '../../state/credential-keeping.ts';
import type { ProfileSource } from '../../state/profiles.ts';
import type { Connection } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { RelayStore } from '../../state/relay-consent.ts';
import { ConnectionForm, connectionFormId } from './connection-form.tsx';
import { ConnectionList, newId } from './connection-list.tsx';
import { ConnectionTools } from './connection-tools.tsx';
import { IdentityLine } from './identity-line.tsx';
import { LocalConnection } from './local-connection.tsx';
import { needsCode, SessionCode } from './session-code.tsx';
import { useSave } from './use-save.ts';
import { VaultPanel } from './vault-panel.tsx';
import { RelaySetting } from './relay-setting.tsx';
import './connections-window.css';

export interface ConnectionsWindowProps {
  store: ConnectionStore;
  keeping: KeepingStore;
  checks: ConnectionChecks;
  edits: ConnectionEdits;
  profiles: ProfileSource;
  relay: RelayStore;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All connections, the one in use, and a form for each but the local one. */
export function ConnectionsWindow(props: ConnectionsWindowProps) {
  const { store, keeping, checks, open, onOpenChange } = props;
  const { connections, activeId, identities } = useStore(store, (state) => state);
  const vault = useStore(keeping, (state) => state.vault);
  const [shownId, setShownId] = useState<string | null>(null);
  const wantedId = shownId ?? activeId ?? newId;
  const shown = connections.find((connection) => connection.id === wantedId) ?? null;
  const currentId = shown?.id ?? newId;
  const isLocal = shown?.id === localConnectionId;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) setShownId(null);
        onOpenChange(next);
      }}
      title="Connections"
      size="large"
      footer={
        isLocal ? undefined : (
          <Button type="submit" variant="primary" form={connectionFormId}>
            Save connection
          </Button>
        )
      }
    >
      <div className="connections-window">
        <div className="connections-window-side">
          <ConnectionList {...{ connections, activeId, currentId }} onShow={setShownId} />
          {vault !== 'none' && <VaultPanel keeping={keeping} />}
        </div>
        {isLocal && shown !== null ? (
          <LocalConnection
            connection={shown}
            inUse={activeId === shown.id}
            identity={identities[shown.id]}
            onAsk={() => void checks.identify(shown)}
            onUse={() => store.getState().actions.activate(shown.id)}
          />
        ) : (
          <Shown
            key={currentId}
            {...props}
            connection={shown}
            onShow={setShownId}
            onSaved={() => {
              setShownId(null);
              onOpenChange(false);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ShownProps extends ConnectionsWindowProps {
  connection: Connection | null;
  onShow: (id: string | null) => void;
  onSaved: () => void;
}

function Shown({ connection, onShow, onSaved, ...props }: ShownProps) {
  const { store, relay, keeping, checks, edits, profiles } = props;
  const { local, withCredentials, identities, expirations } = useStore(store, (state) => state);
  const keepingState = useStore(keeping, (state) => state);
  const save = useSave({ store, keeping, checks, onSaved, onShow });
  const hasCredentials = connection !== null && withCredentials.has(connection.id);
  return (
    <div className="connections-window-shown">
      {connection !== null && (
        <>
          <ConnectionTools {...{ connection, store, keeping, edits, onShow }} />
          <IdentityLine
            identity={identities[connection.id]}
            expiration={expirations[connection.id]}
            onAsk={hasCredentials ? () => void checks.identify(connection) : null}
          />
          {hasCredentials && needsCode(connection) && <SessionCode {...{ connection, checks }} />}
          <RelaySetting {...{ connection, relay }} connections={store} />
        </>
      )}
      <ConnectionForm
        connection={connection}
        hasCredentials={hasCredentials}
        origins={{ allowedEndpoints: local.state === 'ready' ? local.allowedEndpoints : [] }}
        keeping={keepingState}
        profiles={profiles}
        onSave={save}
      />
    </div>
  );
}
