import type { StoredConnection } from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { StoredConnections } from './stored-connections.ts';

export interface EditPorts {
  stored: StoredConnections;
  credentials: CredentialMemory;
  randomUUID: () => string;
  /** Brings the state up to what is stored. */
  show: () => void;
}

/** What a person does with the list of connections. */
export interface ConnectionEdits {
  /** Gives how to have it back where it was, with its credentials; null when there is no such connection. */
  remove(id: string): (() => void) | null;
  /** A copy without its credentials, whose id is given; null when there is no such connection. */
  duplicate(id: string): string | null;
  /**
   * Takes in a connection that was imported. Of one that is here already only the name may change, and its guards
   * may become stricter; a new one comes without credentials. Nothing is activated.
   */
  adopt(connection: StoredConnection): boolean;
}

export function connectionEdits(ports: EditPorts): ConnectionEdits {
  const { stored, show } = ports;
  return {
    remove: (id) => removeConnection(id, ports),
    duplicate(id) {
      const found = stored.read().find((one) => one.id === id);
      if (!found) return null;
      const copy = { ...found, id: ports.randomUUID(), name: `${found.name} copy`, keep: 'memory' as const };
      stored.insert(copy, stored.read().findIndex((one) => one.id === id) + 1);
      show();
      return copy.id;
    },
    adopt(connection) {
      const kept = stored.save(adopted(connection, stored.read()));
      show();
      return kept;
    },
  };
}

function removeConnection(id: string, { stored, credentials, show }: EditPorts): (() => void) | null {
  const index = stored.read().findIndex((one) => one.id === id);
  const connection = stored.read()[index];
  if (!connection) return null;
  const keys = credentials.get(id) ?? null;
  stored.remove(id);
  show();
  return () => {
    // What was kept of it is forgotten for good; what is in memory comes back.
    stored.insert({ ...connection, keep: 'memory' }, index);
    show();
    if (keys) credentials.set(id, keys);
  };
}

/** An import can make a connection safer and never less safe, and never leads one that is here elsewhere. */
function adopted(connection: StoredConnection, known: readonly StoredConnection[]): StoredConnection {
  const before = known.find(({ id }) => id === connection.id);
  if (!before) return { ...connection, keep: 'memory' };
  return {
    ...before,
    name: connection.name,
    production: before.production || connection.production,
    readOnly: before.readOnly || connection.readOnly,
  };
}
