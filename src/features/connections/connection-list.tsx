import { LockKeyhole } from 'lucide-react';
import type { Connection } from '../../state/types.ts';

/** The id of the entry that begins a new connection. */
export const newId = 'new';

export interface ConnectionListProps {
  connections: readonly Connection[];
  activeId: string | null;
  currentId: string;
  onShow: (id: string) => void;
}

export function ConnectionList({ connections, activeId, currentId, onShow }: ConnectionListProps) {
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
            {connection.production && <LockKeyhole size={12} aria-label="production" />}
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
