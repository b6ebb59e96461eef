import * as v from 'valibot';
import { importSigningKey, type CredentialSource } from '../core/index.ts';
import { addressOf } from './connection-address.ts';
import type { CreateCredentialKeeper, KeepResult, ReadableKeys } from './credential-keeper.ts';
import type { KeptRecord, KeptRecords } from './kept-records.ts';
import type { Connection } from './types.ts';
import { openRecord, sealRecord, vaultKey, type SealedRecord, type VaultKey } from './vault-crypto.ts';

/** Credentials that only a passphrase opens. One passphrase is for all of them. */
export interface CredentialVault {
  isEmpty(): Promise<boolean>;
  /** `passphrase` counts while the vault is not open; the first one begins it. */
  keep(connection: Connection, keys: ReadableKeys, passphrase: string): Promise<KeepResult>;
  unlock(passphrase: string): Promise<KeepResult>;
  /** What the vault holds leaves the memory, and with it every client that derived a key from it. */
  lock(): void;
  changePassphrase(before: string, after: string): Promise<KeepResult>;
}

const wrong: KeepResult = { ok: false, message: 'The passphrase is wrong, or what was kept is damaged.' };
const empty: KeepResult = { ok: false, message: 'A vault needs a passphrase.' };

export function createCredentialVault({
  records,
  credentials,
  connections,
}: CreateCredentialKeeper): CredentialVault {
  let opened: VaultKey | null = null;
  const fill = async (key: VaultKey): Promise<void> => {
    for (const [id, record] of await sealedRecords(records)) {
      const text = await openRecord(key, record, boundTo(id, record.address));
      const keys = text === null ? null : parseKeys(text);
      if (keys) credentials.set(id, await unreadable(keys));
    }
  };
  return {
    isEmpty: async () => (await sealedRecords(records)).length === 0,
    async keep(connection, keys, passphrase) {
      if (opened === null && passphrase === '') return empty;
      opened ??= await keyFor(passphrase, records);
      if (!opened) return wrong;
      const address = addressOf(connection);
      const sealed = await sealRecord(opened, JSON.stringify(keys), boundTo(connection.id, address));
      await records.put(new Map([[connection.id, { level: 'vault', address, ...sealed }]]));
      await fill(opened);
      return { ok: true };
    },
    async unlock(passphrase) {
      const key = await keyFor(passphrase, records);
      if (!key) return wrong;
      opened = key;
      await fill(key);
      return { ok: true };
    },
    lock() {
      opened = null;
      for (const { id, keep } of connections()) if (keep === 'vault') credentials.set(id, null);
    },
    async changePassphrase(before, after) {
      if (after === '') return empty;
      const from = await keyFor(before, records);
      const changed = from && (await sealedAnew(from, await vaultKey(after), records));
      if (!changed) return wrong;
      await records.put(changed.records);
      opened = changed.key;
      return { ok: true };
    },
  };
}

type Sealed = SealedRecord & { address: string };

async function sealedRecords(records: KeptRecords): Promise<(readonly [string, Sealed])[]> {
  return [...(await records.all())].flatMap(([id, record]) =>
    record.level === 'vault' ? [[id, record] as const] : [],
  );
}

/** The key that opens the vault, or null when it opens nothing. Without a record any passphrase begins one. */
async function keyFor(passphrase: string, records: KeptRecords): Promise<VaultKey | null> {
  const sealed = await sealedRecords(records);
  const [first] = sealed;
  if (!first) return vaultKey(passphrase);
  const key = await vaultKey(passphrase, first[1].salt);
  for (const [id, record] of sealed) {
    // One damaged record must not lock the others away.
    if ((await openRecord(key, record, boundTo(id, record.address))) !== null) return key;
  }
  return null;
}

/** Every record under another key; null when one can't be read, which would be lost by this. */
async function sealedAnew(from: VaultKey, key: VaultKey, records: KeptRecords) {
  const changed = new Map<string, KeptRecord>();
  for (const [id, record] of await sealedRecords(records)) {
    const bound = boundTo(id, record.address);
    const text = await openRecord(from, record, bound);
    if (text === null) return null;
    changed.set(id, { level: 'vault', address: record.address, ...(await sealRecord(key, text, bound)) });
  }
  return { records: changed, key };
}

function boundTo(id: string, address: string): string {
  return `${id} ${address}`;
}

/** The same keys for signing alone: the secret can't be read out of memory again. */
async function unreadable({ secretAccessKey, ...rest }: ReadableKeys): Promise<CredentialSource> {
  return { ...rest, signingKey: await importSigningKey(secretAccessKey) };
}

const keysSchema = v.object({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  sessionToken: v.optional(v.string()),
  expiration: v.optional(v.string()),
});

function parseKeys(text: string): ReadableKeys | null {
  const parsed = v.safeParse(keysSchema, JSON.parse(text));
  if (!parsed.success) return null;
  const { sessionToken, expiration, ...keys } = parsed.output;
  return {
    ...keys,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(expiration === undefined ? {} : { expiration: new Date(expiration) }),
  };
}
