/** A place where a page can keep something, and all that is in it as text; bytes as Latin-1. */
export type StoredPlace = [place: string, text: string];

/** Runs in the page: every database, localStorage, sessionStorage, caches, cookies, files. Needs nothing from around it. */
export async function readEverythingStored(): Promise<StoredPlace[]> {
  const textOf = (bytes: Uint8Array): string => Array.from(bytes, (one) => String.fromCharCode(one)).join('');
  const shown = (_key: string, value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return textOf(new Uint8Array(value));
    if (ArrayBuffer.isView(value)) return textOf(new Uint8Array(value.buffer));
    if (value instanceof Map || value instanceof Set) return [...value];
    if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`;
    return value;
  };
  const whenDone = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('The database does not open.')));
    });
  const places: StoredPlace[] = [
    ['localStorage', JSON.stringify(Object.entries(localStorage))],
    ['sessionStorage', JSON.stringify(Object.entries(sessionStorage))],
    ['cookies', document.cookie],
  ];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = (await (await cache.match(request))?.text()) ?? '';
      places.push([`cache ${name}`, `${request.url} ${JSON.stringify([...request.headers])} ${text}`]);
    }
  }
  for await (const name of (await navigator.storage.getDirectory()).keys()) places.push(['files', name]);
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await whenDone(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store);
      const all = await Promise.all([whenDone(reading.getAllKeys()), whenDone(reading.getAll())]);
      places.push([`${name} ${store}`, JSON.stringify(all, shown)]);
    }
    database.close();
  }
  return places;
}
