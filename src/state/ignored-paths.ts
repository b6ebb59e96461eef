import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseJson, type TextStorage } from './text-storage.ts';

export interface IgnoredPathsState {
  /** JSON paths whose values may differ when answers are compared, by the function's name. */
  byFunction: Readonly<Record<string, readonly string[]>>;
  actions: { set: (functionName: string, paths: readonly string[]) => void };
}

export type IgnoredPathsStore = StoreApi<IgnoredPathsState>;

const storageKey = 'invoke-console.ignored-paths';
const mostPaths = 100;
/** The list of the function that was longest unchanged goes first. */
const mostFunctions = 200;

/** Kept on this device. */
export function createIgnoredPaths(storage: TextStorage): IgnoredPathsStore {
  return createStore<IgnoredPathsState>((set) => ({
    byFunction: read(storage),
    actions: {
      set(functionName, paths) {
        // Another tab may have changed the list of another function.
        const { [functionName]: _before, ...others } = read(storage);
        const distinct = [...new Set(paths)].slice(0, mostPaths);
        const entries = Object.entries(others).slice(-(mostFunctions - 1));
        const byFunction = Object.fromEntries(
          distinct.length === 0 ? entries : [...entries, [functionName, distinct]],
        );
        storage.set(storageKey, JSON.stringify({ v: 1, byFunction }));
        set({ byFunction });
      },
    },
  }));
}

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const schema = v.fallback(
  v.pipe(
    v.object({
      byFunction: v.record(v.string(), v.pipe(v.array(path), v.maxLength(mostPaths))),
    }),
    v.transform(({ byFunction }) => byFunction),
  ),
  {},
);

function read(storage: TextStorage): Readonly<Record<string, readonly string[]>> {
  return v.parse(schema, parseJson(storage.get(storageKey)));
}
