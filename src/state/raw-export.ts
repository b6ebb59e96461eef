import { openDB } from 'idb';
import { packLines, toPlain } from '../documents/backup-lines.ts';

/**
 * Every record of a database that can still be read, a line each in a gzip file, as it lies there. Of a store that
 * can't be read to its end a line says why.
 */
export async function rawExport(name: string): Promise<Blob> {
  const lines = [JSON.stringify({ format: 'invoke-console/raw', database: name })];
  const db = await openDB(name);
  try {
    for (const store of db.objectStoreNames) {
      const add = (rest: object): unknown => lines.push(JSON.stringify({ store, ...rest }));
      try {
        for (let at = await db.transaction(store).store.openCursor(); at !== null; at = await at.continue())
          add({ key: at.key, value: toPlain(at.value) });
      } catch (cause) {
        add({ unreadable: cause instanceof Error ? cause.message : String(cause) });
      }
    }
  } finally {
    db.close();
  }
  return packLines(lines);
}
