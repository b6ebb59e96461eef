import { openDB } from 'idb';

/** The browser's own database, that refuses all but the history while more than `runs` runs are in it. */
export function fullAbove(runs: number): typeof openDB {
  const full = new DOMException('no room', 'QuotaExceededError');
  return async (...given) => {
    const db = await openDB(...given);
    const begin = db.transaction.bind(db);
    const transaction = (...[stores, mode]: Parameters<typeof begin>) => {
      const tx = begin(stores, mode);
      if (mode !== 'readwrite' || tx.objectStoreNames.contains('runBodies' as never)) return tx;
      const refuse = async (): Promise<void> => {
        const count = await db.count('runBodies' as never);
        await tx.done;
        if (count > runs) throw full;
      };
      return bound(tx, { done: refuse() });
    };
    return bound(db, { transaction });
  };
}

/** The target with some members of its own; its methods go on working upon it. */
function bound<Target extends object>(target: Target, members: Record<string, unknown>): Target {
  return new Proxy(target, {
    get(_target, name) {
      if (typeof name === 'string' && name in members) return members[name];
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
