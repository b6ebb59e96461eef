import * as v from 'valibot';
import type { StoredConnection } from './connection-types.ts';
import { parseJson, type TextStorage } from './text-storage.ts';

const connectionsKey = 'invoke-console.connections';

/** Connections on this device. Only the named members are ever written or read: no credential gets in. */
export interface StoredConnections {
  read(): readonly StoredConnection[];
  /** Reads again first, so that another tab's change of another connection is kept. False when refused. */
  save(connection: StoredConnection): boolean;
  remove(id: string): boolean;
  /** Puts one back where it was. */
  insert(connection: StoredConnection, index: number): boolean;
  watch(listener: () => void): () => void;
}

export function storedConnections(storage: TextStorage): StoredConnections {
  const read = (): readonly StoredConnection[] => parseStored(parseJson(storage.get(connectionsKey)));
  const write = (connections: readonly StoredConnection[]): boolean =>
    storage.set(connectionsKey, JSON.stringify({ v: 1, connections }));
  return {
    read,
    save(connection) {
      const parsed = v.safeParse(connectionSchema, connection);
      if (!parsed.success) return false;
      const clean = parsed.output;
      const before = read();
      const known = before.some(({ id }) => id === clean.id);
      return write(known ? before.map((one) => (one.id === clean.id ? clean : one)) : [...before, clean]);
    },
    insert: (connection, index) =>
      write(
        read()
          .filter(({ id }) => id !== connection.id)
          .toSpliced(index, 0, connection),
      ),
    remove: (id) => write(read().filter((one) => one.id !== id)),
    watch: (listener) => storage.watch(connectionsKey, listener),
  };
}

const durationSeconds = v.nullable(v.number());

const signingSchema = v.union([
  v.object({ type: v.literal('keys') }),
  v.object({ type: v.literal('dummy') }),
  v.object({ type: v.literal('anonymous') }),
  v.object({
    type: v.literal('role'),
    roleArn: v.string(),
    sessionName: v.string(),
    externalId: v.string(),
    mfaSerial: v.string(),
    durationSeconds,
  }),
  v.object({ type: v.literal('session'), mfaSerial: v.string(), durationSeconds }),
  v.object({ type: v.literal('cognito'), identityPoolId: v.string(), provider: v.string() }),
]);

const connectionSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.notValue('local')),
  name: v.string(),
  region: v.string(),
  endpoint: v.nullable(v.pipe(v.string(), v.check(withoutUserInfo))),
  kind: v.picklist(['aws', 'custom']),
  accountId: v.nullable(v.string()),
  requestHeaders: v.picklist(['sdk', 'minimal']),
  color: v.picklist(['orange', 'blue', 'green', 'violet', 'pink', 'teal']),
  variant: v.optional(v.picklist(['standard', 'fips', 'dualstack', 'fips-dualstack']), 'standard'),
  production: v.optional(v.boolean(), false),
  readOnly: v.optional(v.boolean(), false),
  signing: v.optional(signingSchema, { type: 'keys' }),
  keep: v.optional(v.picklist(['memory', 'device', 'vault']), 'memory'),
});

/** A connection from anywhere, as far as it may be kept; null when it is none. */
export function parseConnection(value: unknown): StoredConnection | null {
  const parsed = v.safeParse(connectionSchema, value);
  return parsed.success ? parsed.output : null;
}

/** `https://user:password@host` would put a secret on the disk. */
function withoutUserInfo(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return true;
  const { username, password } = new URL(endpoint);
  return username === '' && password === '';
}

const documentSchema = v.object({ v: v.literal(1), connections: v.array(v.unknown()) });

/** A damaged entry is left out; the others stay. */
function parseStored(value: unknown): readonly StoredConnection[] {
  const document = v.safeParse(documentSchema, value);
  if (!document.success) return [];
  return document.output.connections.flatMap((entry) => {
    const parsed = v.safeParse(connectionSchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
}
