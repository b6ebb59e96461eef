import type { StoredConnection } from './connection-types.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { StoredConnections } from './stored-connections.ts';
import type { Connection } from './types.ts';

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

/**
 * A connection from outside as it may be taken in. Of one that is here already only the name may change, and its
 * guards may become stricter: it never leads elsewhere. A new one comes without credentials.
 */
export function asImported(connection: StoredConnection, known: readonly Connection[]): StoredConnection {
  const before = known.find(
    (one): one is StoredConnection => one.id === connection.id && one.kind !== 'local',
  );
  if (!before) return { ...connection, keep: 'memory' };
  return {
    ...before,
    name: connection.name,
    production: before.production || connection.production,
    readOnly: before.readOnly || connection.readOnly,
  };
}
