import { packLines, toPlain } from '../documents/backup-lines.ts';
import type { StorageDb, StoreName } from './storage-types.ts';
import { parseFavourite } from './stored-favourite.ts';
import { fromBody, readSummary } from './stored-preset.ts';
import { parseBody, parsePage, parseSummary } from './stored-run.ts';

/** Whether a record is what this version understands, by its store. */
const readable: readonly (readonly [StoreName, (value: unknown) => boolean])[] = [
  ['runSummaries', (value) => parseSummary(value) !== null],
  ['runGroups', (value) => parsePage(value).unread === 0],
  ['runPages', (value) => parsePage(value).unread === 0],
  ['runBodies', (value) => parseBody(value) !== null],
  ['favourites', (value) => parseFavourite(value) !== null],
  ['presets', (value) => readSummary(value) !== null],
  ['presetBodies', (value) => fromBody(value) !== null],
];

/** Bodies may be large: so many are in memory at once. */
const recordsAtOnce = 64;

/**
 * The records of runs and presets that this version can't read, a line each in a gzip file, as they lie there.
 * @returns with how many they are; of a store that can't be read to its end a line says why.
 */
export async function unreadRecords(db: StorageDb): Promise<{ file: Blob; count: number }> {
  const lines = [JSON.stringify({ format: 'invoke-console/raw', records: 'unread' })];
  for (const [store, isReadable] of readable) await addUnread(db, { store, isReadable, lines });
  return { file: await packLines(lines), count: lines.length - 1 };
}

interface Walk {
  store: StoreName;
  isReadable: (value: unknown) => boolean;
  lines: string[];
}

async function addUnread(db: StorageDb, { store, isReadable, lines }: Walk): Promise<void> {
  const keys = await db.transact([store], 'readonly', (tx) => tx.keys(store));
  if (!keys.ok) return void lines.push(JSON.stringify({ store, unreadable: keys.error.message }));
  for (let from = 0; from < keys.value.length; from += recordsAtOnce) {
    const some = keys.value.slice(from, from + recordsAtOnce);
    const read = await db.transact([store], 'readonly', (tx) =>
      Promise.all(some.map((key) => tx.get(store, key))),
    );
    if (!read.ok) lines.push(JSON.stringify({ store, from: some[0], unreadable: read.error.message }));
    for (const [index, value] of (read.ok ? read.value : []).entries())
      if (!isReadable(value)) lines.push(JSON.stringify({ store, key: some[index], value: toPlain(value) }));
  }
}
