/**
 * Runs in the page: all databases, localStorage, sessionStorage and caches as text, bytes as Latin-1. Needs nothing from
 * around it.
 */
export async function readEverythingStored(): Promise<string> {
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
  const parts: unknown[] = [
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    await caches.keys(),
  ];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await whenDone(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store);
      parts.push(
        name,
        store,
        await Promise.all([whenDone(reading.getAllKeys()), whenDone(reading.getAll())]),
      );
    }
    database.close();
  }
  return JSON.stringify(parts, shown);
}
