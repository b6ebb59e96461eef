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
    /** Of a backup; none is chosen. */
    add: (environments: readonly Environment[]) => void;
    remove: (id: string) => void;
    choose: (id: string | null) => void;
  };
}

export type EnvironmentStore = StoreApi<EnvironmentState>;

const storageKey = 'invoke-console.environments';

/**
 * The environments of this browser, without their secrets, which go with the page. Each change is made to what is kept
 * at that moment, so that tabs lose nothing of one another; which one is chosen is each tab's own, and the last choice
 * is that of the next page.
 */
export function createEnvironments(storage: TextStorage): EnvironmentStore {
  let isKept = storage.get(storageKey) !== null;
  const change = (edit: (environments: readonly Environment[]) => Chosen): void => {
    const here = store.getState().environments;
    // Where nothing can be kept, what is here counts.
    const now = isKept ? withSecretsOf(here, readKept(storage.get(storageKey)).environments) : here;
    const { environments, activeId } = edit(now);
    store.setState({ environments, activeId });
    isKept = storage.set(
      storageKey,
      JSON.stringify({ v: 1, activeId, environments: environments.map(withoutSecrets) }),
    );
  };
  const store = createStore<EnvironmentState>((_set, get) => ({
    ...readKept(storage.get(storageKey)),
    actions: {
      save: (environment) =>
        change((now) => ({ environments: withOne(now, environment), activeId: environment.id })),
      add: (added) => change((now) => ({ environments: [...now, ...added], activeId: get().activeId })),
      remove: (gone) =>
        change((now) => ({
          environments: now.filter(({ id }) => id !== gone),
          activeId: get().activeId === gone ? null : get().activeId,
        })),
      choose: (activeId) => change((environments) => ({ environments, activeId })),
    },
  }));
  storage.watch(storageKey, () => {
    const { environments: here, activeId } = store.getState();
    const environments = withSecretsOf(here, readKept(storage.get(storageKey)).environments);
    const isThere = environments.some(({ id }) => id === activeId);
    store.setState({ environments, activeId: isThere ? activeId : null });
  });
  return store;
}

type Chosen = Pick<EnvironmentState, 'environments' | 'activeId'>;

function withOne(environments: readonly Environment[], one: Environment): readonly Environment[] {
  return environments.some(({ id }) => id === one.id)
    ? environments.map((other) => (other.id === one.id ? one : other))
    : [...environments, one];
}

/** What is kept has no secrets: those that were typed on this page stay with their names. */
function withSecretsOf(here: readonly Environment[], kept: readonly Environment[]): readonly Environment[] {
  return kept.map((environment) => {
    const typed = here.find(({ id }) => id === environment.id)?.values ?? [];
    const secretOf = (name: string): string =>
      typed.find((one) => one.isSecret && one.name === name)?.value ?? '';
    const values = environment.values.map((one) =>
      one.isSecret ? { ...one, value: secretOf(one.name) } : one,
    );
    return { ...environment, values };
  });
}

/** As it is kept, and taken along in a backup. */
export function withoutSecrets(environment: Environment): Environment {
  return { ...environment, values: environment.values.map(withoutSecret) };
}

/** null for what is none. */
export function parseEnvironment(value: unknown): Environment | null {
  const parsed = v.safeParse(environmentSchema, value);
  return parsed.success ? withoutSecrets(parsed.output) : null;
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

const environmentSchema = v.object({
  id: v.string(),
  name: v.string(),
  values: v.array(v.object({ name: v.string(), value: v.string(), isSecret: v.boolean() })),
});

const keptSchema = v.object({
  v: v.literal(1),
  activeId: v.nullable(v.string()),
  environments: v.array(environmentSchema),
});

function readKept(text: string | null): Pick<EnvironmentState, 'environments' | 'activeId'> {
  try {
    const { environments, activeId } = v.parse(keptSchema, JSON.parse(text ?? ''));
    return { environments, activeId };
  } catch {
    return { environments: [], activeId: null };
  }
}
