import type { IDBPDatabase } from 'idb';
import type { StoreName } from './storage-types.ts';

/**
 * One entry a version of the database: the stores that it added. An entry that was released never changes, and
 * nothing stored is ever deleted here; tests open a database of each version (storage-versions.fixture.ts).
 */
const addedStores: readonly (readonly StoreName[])[] = [
  ['runSummaries', 'runPages', 'runBodies', 'drafts', 'kv'],
  ['presets', 'presetBodies'],
  ['favourites'],
  ['runGroups'],
];

export const databaseVersion = addedStores.length;

/** Brings a database of any earlier version to this one; 0 is a new one. */
export function upgradeFrom(db: IDBPDatabase, oldVersion: number): void {
  for (const stores of addedStores.slice(oldVersion)) {
    for (const store of stores) db.createObjectStore(store);
  }
}
