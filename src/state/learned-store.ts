import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseFunctionName } from '../core/index.ts';
import type { Learned } from '../documents/learned/learned-types.ts';
import { nothingLearned, teach } from '../documents/learned/teach.ts';
import {
  forgetLearned,
  getLearned,
  listLearned,
  putLearned,
  type LearnedFunction,
} from './stored-learned.ts';
import { sentSecrets } from './sent-secrets.ts';
import type { StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';

export interface LearnedState {
  /** By the function's name, as far as it was asked for; null: nothing was learned. */
  byFunction: ReadonlyMap<string, Learned | null>;
  actions: LearnedActions;
}

/** What was learned of the payloads of functions. It stays on this device and is never sent nor exported. */
export interface LearnedActions {
  load(functionName: string): Promise<void>;
  /**
   * Takes payloads as examples, by transactions: two tabs that teach at once lose nothing. Presets teach nothing of a
   * function that was forgotten: they taught it once.
   */
  teach(functionName: string, payloads: readonly string[], by: 'run' | 'preset'): Promise<void>;
  /** null: of all functions. */
  forget(functionName: string | null): Promise<void>;
  list(): Promise<readonly LearnedFunction[]>;
}

export type LearnedStore = StoreApi<LearnedState>;

export interface CreateLearnedStore {
  storage: Promise<StorageDb>;
  now: () => Date;
  /** Told before anything is forgotten. null: of all functions. */
  onForget?: (functionName: string | null) => void;
}

/** The name alone, of a name or any ARN: presets name no account, and a function takes the same in every stage. */
export function learnedName(functionName: string): string {
  const parsed = parseFunctionName(functionName);
  return parsed.ok ? parsed.name : '';
}

export function createLearnedStore({ storage, now, onForget }: CreateLearnedStore): LearnedStore {
  const know = (name: string, learned: Learned | null): void =>
    store.setState(({ byFunction }) => ({
      byFunction: new Map([...byFunction].slice(-20)).set(name, learned),
    }));
  const store = createStore<LearnedState>(() => ({
    byFunction: new Map(),
    actions: {
      async load(functionName) {
        const name = learnedName(functionName);
        if (name === '' || store.getState().byFunction.has(name)) return;
        const read = await (await storage).transact(['kv'], 'readonly', (tx) => getLearned(tx, name));
        know(name, read.ok ? read.value.learned : null);
      },
      async teach(functionName, payloads, by) {
        const name = learnedName(functionName);
        if (name === '') return;
        const db = await storage;
        let taught: StorageResult<Learned | null> | undefined;
        for (const lesson of lessonsOf(payloads)) {
          const at = now().getTime();
          taught = await db.transact(['kv'], 'readwrite', (tx) => teachOne(tx, name, { lesson, by, at }));
        }
        if (taught?.ok) know(name, taught.value);
      },
      async forget(functionName) {
        const name = functionName === null ? null : learnedName(functionName);
        onForget?.(name);
        const at = now().getTime();
        await (await storage).transact(['kv'], 'readwrite', (tx) => forgetLearned(tx, name, at));
        store.setState(({ byFunction }) => ({
          byFunction: new Map(
            [...byFunction].map(([one, learned]) => [one, name === null || one === name ? null : learned]),
          ),
        }));
      },
      async list() {
        const read = await (await storage).transact(['kv'], 'readonly', listLearned);
        return read.ok ? read.value : [];
      },
    },
  }));
  return store;
}

/** As much as is read well within a frame or two; one that is larger is a lesson of its own. */
const lessonCharacters = 65_536;

/** In turns, so that fifty presets never hold the page up together. */
function lessonsOf(payloads: readonly string[]): string[][] {
  const lessons: string[][] = [];
  let room = 0;
  for (const payload of payloads) {
    if (payload.length > room) {
      lessons.push([]);
      room = lessonCharacters;
    }
    lessons.at(-1)?.push(payload);
    room -= payload.length;
  }
  return lessons;
}

interface Lesson {
  lesson: readonly string[];
  by: 'run' | 'preset';
  at: number;
}

async function teachOne(
  tx: StorageTransaction,
  name: string,
  { lesson, by, at }: Lesson,
): Promise<Learned | null> {
  const { learned: known, isForgotten } = await getLearned(tx, name);
  if (by === 'preset' && isForgotten) return known;
  const learned = known ?? nothingLearned();
  const fresh = lesson.filter((payload) => teach(learned, payload, sentSecrets()));
  if (fresh.length > 0) await putLearned(tx, name, { learned, isForgotten, at });
  return learned.shape.seen > 0 ? learned : null;
}
