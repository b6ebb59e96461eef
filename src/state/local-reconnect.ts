import { type ConnectionStore, type LocalReading, localConnectionId } from './connection-types.ts';
import type { NoticeStore } from './notice-store.ts';
import type { RunListener } from './run-types.ts';

/**
 * After a run that the local endpoint refused or did not answer, reads connection.json once more: a restarted
 * server has new keys, and maybe another port. The run is never sent again by this.
 */
export function reconnectLocal(connections: ConnectionStore, notices: NoticeStore): RunListener {
  return {
    ended({ result }, connection) {
      const kind = result && !result.ok ? result.error.kind : null;
      if (connection.id !== localConnectionId || (kind !== 'credentials' && kind !== 'network')) return;
      void connections
        .getState()
        .actions.readLocal()
        .then((reading) => {
          const text = texts[reading];
          if (text) notices.getState().actions.tell({ id: 'local-server', tone: 'warning', text });
        });
    },
  };
}

const texts: Record<LocalReading, string | null> = {
  changed: 'The local server was restarted; its new keys are in place. Nothing was sent again: press Invoke.',
  same: null,
  absent: 'The local server is gone from this address. Start it again with npm start.',
  failed: 'The local server does not answer. Start it again with npm start.',
};
