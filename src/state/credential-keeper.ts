import { importSigningKey, type CredentialSource } from '../core/index.ts';
import { addressOf } from './connection-address.ts';
import type { CredentialMemory } from './credential-memory.ts';
import { createCredentialVault, type CredentialVault } from './credential-vault.ts';
import type { KeptRecord, KeptRecords } from './kept-records.ts';
import type { Connection } from './types.ts';

export interface CreateCredentialKeeper {
  records: KeptRecords;
  credentials: CredentialMemory;
  connections: () => readonly Connection[];
  now: () => Date;
}

/** Readable keys, as a person gives them; only these can be put away. */
export type ReadableKeys = Extract<CredentialSource, { secretAccessKey: string }>;

export type KeepResult = { ok: true } | { ok: false; message: string };

/** Moves credentials between this page's memory and what the browser keeps. Rejects where it keeps nothing. */
export interface CredentialKeeper {
  /** Puts what this device keeps into memory; what is over or belongs to another address is deleted. */
  restore(): Promise<{ vault: 'none' | 'locked' }>;
  /** Where the connection wants it; the keys in memory when none are given. */
  keep(connection: Connection, given: ReadableKeys | null, passphrase: string): Promise<KeepResult>;
  vault: Pick<CredentialVault, 'unlock' | 'lock' | 'changePassphrase'>;
  forget(connectionId: string): Promise<void>;
  forgetAll(): Promise<void>;
}

const keysNeeded: KeepResult = {
  ok: false,
  message: 'Enter the keys once more: the ones in use can’t be read again.',
};

export function createCredentialKeeper(options: CreateCredentialKeeper): CredentialKeeper {
  const { records, credentials } = options;
  const vault = createCredentialVault(options);
  return {
    async restore() {
      for (const [id, record] of await records.all()) {
        if (!isCurrent(id, record, options)) await records.delete(id);
        else if (record.level === 'device') credentials.set(id, sourceOf(record));
      }
      return { vault: (await vault.isEmpty()) ? 'none' : 'locked' };
    },
    async keep(connection, given, passphrase) {
      const keys = given ?? readable(credentials.get(connection.id));
      if (!keys) return keysNeeded;
      if (connection.keep === 'vault') return vault.keep(connection, keys, passphrase);
      const record = await deviceRecord(connection, keys);
      await records.put(new Map([[connection.id, record]]));
      credentials.set(connection.id, sourceOf(record));
      return { ok: true };
    },
    vault,
    forget: (connectionId) => records.delete(connectionId),
    async forgetAll() {
      vault.lock();
      await records.clear();
    },
  };
}

function isCurrent(id: string, record: KeptRecord, { connections, now }: CreateCredentialKeeper): boolean {
  const connection = connections().find((one) => one.id === id);
  if (connection?.keep !== record.level || addressOf(connection) !== record.address) return false;
  return record.level === 'vault' || !record.expiration || record.expiration > now();
}

function readable(source: CredentialSource | undefined): ReadableKeys | null {
  return source && 'secretAccessKey' in source ? source : null;
}

type DeviceRecord = Extract<KeptRecord, { level: 'device' }>;

async function deviceRecord(
  connection: Connection,
  { secretAccessKey, ...rest }: ReadableKeys,
): Promise<DeviceRecord> {
  const signingKey = await importSigningKey(secretAccessKey);
  return { level: 'device', address: addressOf(connection), signingKey, ...rest };
}

function sourceOf(record: DeviceRecord): CredentialSource {
  const { level: _level, address: _address, ...source } = record;
  return source;
}
