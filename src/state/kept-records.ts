import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import type { SealedRecord } from './vault-crypto.ts';

/** What is kept of a connection's credentials. The secret is in none of them as text. */
export type KeptRecord =
  | {
      level: 'device';
      /** The region and endpoint that the credentials were given for. */
      address: string;
      accessKeyId: string;
      /** Not extractable: it signs, and no script can read it. */
      signingKey: CryptoKey;
      sessionToken?: string;
      expiration?: Date;
    }
  | ({ level: 'vault'; address: string } & SealedRecord);

/** A database of its own, which no backup, export or history ever reads. */
export interface KeptRecords {
  all(): Promise<ReadonlyMap<string, KeptRecord>>;
  put(records: ReadonlyMap<string, KeptRecord>): Promise<void>;
  delete(id: string): Promise<void>;
  clear(): Promise<void>;
}

const store = 'records';

/** Each method rejects where the browser keeps nothing. */
export function keptRecords(name = 'invoke-console-credentials'): KeptRecords {
  const using = async <T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> => {
    const db = await openDB(name, 1, { upgrade: (fresh) => void fresh.createObjectStore(store) });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  return {
    all: () =>
      using(async (db) => {
        const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
        const entries = keys.flatMap((key, index) => {
          const parsed = v.safeParse(recordSchema, values[index]);
          return typeof key === 'string' && parsed.success ? [[key, toRecord(parsed.output)] as const] : [];
        });
        return new Map(entries);
      }),
    put: (records) =>
      using(async (db) => {
        const tx = db.transaction(store, 'readwrite');
        await Promise.all([
          ...[...records].map(([id, record]) => tx.store.put({ v: 1, ...record }, id)),
          tx.done,
        ]);
      }),
    delete: (id) => using((db) => db.delete(store, id)),
    clear: () => using((db) => db.clear(store)),
  };
}

const bytes = v.instance(Uint8Array);
const common = { v: v.literal(1), address: v.string() };
const recordSchema = v.union([
  v.object({
    ...common,
    level: v.literal('device'),
    accessKeyId: v.string(),
    signingKey: v.instance(CryptoKey),
    sessionToken: v.optional(v.string()),
    expiration: v.optional(v.date()),
  }),
  v.object({ ...common, level: v.literal('vault'), salt: bytes, iv: bytes, ct: bytes }),
]);

function toRecord(found: v.InferOutput<typeof recordSchema>): KeptRecord {
  if (found.level === 'vault') {
    const { level, address, salt, iv, ct } = found;
    return { level, address, salt: Uint8Array.from(salt), iv: Uint8Array.from(iv), ct: Uint8Array.from(ct) };
  }
  const { level, address, accessKeyId, signingKey, sessionToken, expiration } = found;
  return {
    level,
    address,
    accessKeyId,
    signingKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(expiration === undefined ? {} : { expiration }),
  };
}
