import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TextStorage } from './text-storage.ts';

export interface EnvironmentValue {
  name: string;
  value: string;
  /** It stays in this page's memory: it is never stored, exported or shared. */
  isSecret: boolean;
}

/** A named set of values for `{{env.NAME}}`. */
export interface Environment {
  id: string;
  name: string;
  values: readonly EnvironmentValue[];
}

export interface EnvironmentState {
  environments: readonly Environment[];
  activeId: string | null;
  actions: {
    /** Adds it, or puts it in the place of the one with its id, and chooses it. */
    save: (environment: Environment) => void;
    remove: (id: string) => void;
    choose: (id: string | null) => void;
  };
}

export type EnvironmentStore = StoreApi<EnvironmentState>;

const storageKey = 'invoke-console.environments';

/** The environments of this browser, without their secrets, which go with the page. */
export function createEnvironments(storage: TextStorage): EnvironmentStore {
  const store = createStore<EnvironmentState>((set) => ({
    ...readKept(storage.get(storageKey)),
    actions: {
      save: (environment) =>
        set(({ environments }) => {
          const known = environments.some(({ id }) => id === environment.id);
          const next = known
            ? environments.map((one) => (one.id === environment.id ? environment : one))
            : [...environments, environment];
          return { environments: next, activeId: environment.id };
        }),
      remove: (gone) =>
        set(({ environments, activeId }) => ({
          environments: environments.filter(({ id }) => id !== gone),
          activeId: activeId === gone ? null : activeId,
        })),
      choose: (activeId) => set({ activeId }),
    },
  }));
  store.subscribe(({ environments, activeId }) => {
    const kept = environments.map((one) => ({ ...one, values: one.values.map(withoutSecret) }));
    storage.set(storageKey, JSON.stringify({ v: 1, activeId, environments: kept }));
  });
  return store;
}

/** The values of the chosen environment by name. A secret that has to be typed again has none. */
export function environmentValues({ environments, activeId }: EnvironmentState): ReadonlyMap<string, string> {
  const active = environments.find(({ id }) => id === activeId);
  const given = (active?.values ?? []).filter(({ value, isSecret }) => !isSecret || value !== '');
  return new Map(given.map(({ name, value }) => [name, value]));
}

/** Of the chosen environment: what is never shown. */
export function secretNames({ environments, activeId }: EnvironmentState): ReadonlySet<string> {
  const active = environments.find(({ id }) => id === activeId);
  return new Set((active?.values ?? []).filter(({ isSecret }) => isSecret).map(({ name }) => name));
}

function withoutSecret(one: EnvironmentValue): EnvironmentValue {
  return one.isSecret ? { ...one, value: '' } : one;
}

const keptSchema = v.object({
  v: v.literal(1),
  activeId: v.nullable(v.string()),
  environments: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      values: v.array(v.object({ name: v.string(), value: v.string(), isSecret: v.boolean() })),
    }),
  ),
});

function readKept(text: string | null): Pick<EnvironmentState, 'environments' | 'activeId'> {
  try {
    const { environments, activeId } = v.parse(keptSchema, JSON.parse(text ?? ''));
    return { environments, activeId };
  } catch {
    return { environments: [], activeId: null };
  }
}
