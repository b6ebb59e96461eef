import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseFunctionName } from '../core/index.ts';
import type { Learned } from '../documents/learned/learned-types.ts';
import { nothingLearned, teach } from '../documents/learned/teach.ts';
import {
  deleteLearned,
  getLearned,
  listLearned,
  putLearned,
  type LearnedFunction,
} from './stored-learned.ts';
import type { StorageDb } from './storage-types.ts';

export interface LearnedState {
  /** By the function's name, as far as it was asked for; null: nothing was learned. */
  byFunction: ReadonlyMap<string, Learned | null>;
  /** Forgotten since the page was opened: their presets, which taught once, teach no second time. */
  forgotten: ReadonlySet<string>;
  actions: LearnedActions;
}

/** What was learned of the payloads of functions. It stays on this device and is never sent nor exported. */
export interface LearnedActions {
  load(functionName: string): Promise<void>;
  /** Takes payloads as examples, in one transaction: two tabs that teach at once lose nothing. */
  teach(functionName: string, payloads: readonly string[]): Promise<void>;
  /** null: of all functions. */
  forget(functionName: string | null): Promise<void>;
  list(): Promise<readonly LearnedFunction[]>;
}

export type LearnedStore = StoreApi<LearnedState>;

export interface CreateLearnedStore {
  storage: Promise<StorageDb>;
  now: () => Date;
}

/** The name alone, of a name or any ARN: presets name no account, and a function takes the same in every stage. */
export function learnedName(functionName: string): string {
  const parsed = parseFunctionName(functionName);
  return parsed.ok ? parsed.name : '';
}

export function createLearnedStore({ storage, now }: CreateLearnedStore): LearnedStore {
  const know = (name: string, learned: Learned | null): void =>
    store.setState(({ byFunction }) => ({
      byFunction: new Map([...byFunction].slice(-20)).set(name, learned),
    }));
  const store = createStore<LearnedState>(() => ({
    byFunction: new Map(),
    forgotten: new Set(),
    actions: {
      async load(functionName) {
        const name = learnedName(functionName);
        if (name === '' || store.getState().byFunction.has(name)) return;
        const read = await (await storage).transact(['kv'], 'readonly', (tx) => getLearned(tx, name));
        know(name, read.ok ? read.value : null);
      },
      async teach(functionName, payloads) {
        const name = learnedName(functionName);
        if (name === '') return;
        const taught = await (
          await storage
        ).transact(['kv'], 'readwrite', async (tx) => {
          const learned = (await getLearned(tx, name)) ?? nothingLearned();
          const fresh = payloads.filter((payload) => teach(learned, payload));
          if (fresh.length > 0) await putLearned(tx, name, { learned, at: now().getTime() });
          return learned.shape.seen > 0 ? learned : null;
        });
        if (taught.ok) know(name, taught.value);
      },
      async forget(functionName) {
        const name = functionName === null ? null : learnedName(functionName);
        const known = store.getState().byFunction;
        // First of all: a preset that teaches at this moment must not come after it.
        store.setState(({ forgotten }) => ({
          forgotten: new Set([...forgotten, ...(name === null ? known.keys() : [name])]),
        }));
        await (await storage).transact(['kv'], 'readwrite', (tx) => deleteLearned(tx, name));
        store.setState({
          byFunction: new Map(
            [...known].map(([one, learned]) => [one, name === null || one === name ? null : learned]),
          ),
        });
      },
      async list() {
        const read = await (await storage).transact(['kv'], 'readonly', listLearned);
        return read.ok ? read.value : [];
      },
    },
  }));
  return store;
}
