import type { ConnectionEdits } from '../../state/connection-edits.ts';
import type { ConnectionStore } from '../../state/connection-types.ts';
import type { KeepingStore } from '../../state/credential-keeping.ts';
import type { Connection } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import { useStore } from '../../ui/use-store.ts';

export interface ConnectionToolsProps {
  connection: Connection;
  store: ConnectionStore;
  keeping: KeepingStore;
  edits: ConnectionEdits;
  onShow: (id: string | null) => void;
}

/** What can be done with a connection besides changing it. */
export function ConnectionTools({ connection, store, keeping, edits, onShow }: ConnectionToolsProps) {
  const { activeId, withCredentials, actions } = useStore(store, (state) => state);
  const { id, name, keep } = connection;
  const remove = (): void => {
    const undo = edits.remove(id);
    if (undo === null) return;
    onShow(null);
    if (keep !== 'memory') void keeping.getState().actions.forget(id);
    const wasInUse = activeId === id;
    showToast({
      title: `Connection “${name}” deleted`,
      description: keep === 'memory' ? undefined : 'What was kept of its credentials is forgotten.',
      action: {
        label: 'Undo',
        onSelect: () => {
          undo();
          if (wasInUse) actions.activate(id);
        },
      },
    });
  };
  const forget = (): void => {
    actions.setCredentials(id, null);
    if (keep !== 'memory') void keeping.getState().actions.forget(id);
  };
  return (
    <div className="connection-tools">
      {activeId !== id && (
        <Button size="small" onClick={() => actions.activate(id)}>
          Use this connection
        </Button>
      )}
      <Button size="small" onClick={() => onShow(edits.duplicate(id))}>
        Duplicate
      </Button>
      {(withCredentials.has(id) || keep !== 'memory') && (
        <Button size="small" onClick={forget}>
          Forget credentials
        </Button>
      )}
      <Button size="small" variant="danger" onClick={remove}>
        Delete
      </Button>
    </div>
  );
}
