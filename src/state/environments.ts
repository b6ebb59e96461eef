import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { mergeEnvironment } from './environment-merge.ts';
import type { TextStorage } from './text-storage.ts';
import { isReplaced, TypedValues, type ReplacedValue } from './typed-values.ts';

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
  /** Values typed in this tab that another one has replaced since. */
  replaced: readonly ReplacedValue[];
  actions: {
    /** Adds it, or changes the one with its id by what is other than it was here; and chooses it. */
    save: (environment: Environment) => void;
    /** Of a backup; none is chosen. */
    add: (environments: readonly Environment[]) => void;
    remove: (id: string) => void;
    choose: (id: string | null) => void;
    /** Says no more of it. */
    settle: (replaced: ReplacedValue) => void;
  };
}

export type EnvironmentStore = StoreApi<EnvironmentState>;

const storageKey = 'invoke-console.environments';

/**
 * The environments of this browser, without their secrets, which go with the page. Each change is made to what is kept
 * at that moment, value by value, so that tabs lose nothing of one another; which one is chosen is each tab's own, and
 * the last choice is that of the next page.
 */
export function createEnvironments(storage: TextStorage): EnvironmentStore {
  const typed = new TypedValues();
  let isKept = storage.get(storageKey) !== null;
  const change = (edit: (environments: readonly Environment[]) => Chosen): void => {
    const here = store.getState().environments;
    // Where nothing can be kept, what is here counts.
    const now = isKept ? withSecretsOf(here, readKept(storage.get(storageKey)).environments) : here;
    const { environments, activeId } = edit(now);
    const replaced = store.getState().replaced.filter((one) => isReplaced(one, environments));
    store.setState({ environments, activeId, replaced });
    isKept = storage.set(
      storageKey,
      JSON.stringify({ v: 1, activeId, environments: environments.map(withoutSecrets) }),
    );
  };
  const store = createStore<EnvironmentState>((set, get) => ({
    ...readKept(storage.get(storageKey)),
    replaced: [],
    actions: {
      save: (environment) =>
        change((now) => {
          const base = get().environments.find(({ id }) => id === environment.id) ?? null;
          typed.note(base, environment);
          return { environments: withOne(now, { base, mine: environment }), activeId: environment.id };
        }),
      add: (added) => change((now) => ({ environments: [...now, ...added], activeId: get().activeId })),
      remove: (gone) =>
        change((now) => ({
          environments: now.filter(({ id }) => id !== gone),
          activeId: get().activeId === gone ? null : get().activeId,
        })),
      choose: (activeId) => change((environments) => ({ environments, activeId })),
      settle: (settled) => set(({ replaced }) => ({ replaced: replaced.filter((one) => one !== settled) })),
    },
  }));
  storage.watch(storageKey, () => {
    const { environments: here, activeId, replaced: before } = store.getState();
    const environments = withSecretsOf(here, readKept(storage.get(storageKey)).environments);
    const isThere = environments.some(({ id }) => id === activeId);
    const found = typed.takeReplaced(environments);
    const replaced = before.filter(
      (one) =>
        isReplaced(one, environments) &&
        !found.some(({ environmentId, name }) => environmentId === one.environmentId && name === one.name),
    );
    replaced.push(...found);
    store.setState({ environments, activeId: isThere ? activeId : null, replaced });
  });
  return store;
}

type Chosen = Pick<EnvironmentState, 'environments' | 'activeId'>;

function withOne(
  kept: readonly Environment[],
  { base, mine }: { base: Environment | null; mine: Environment },
): readonly Environment[] {
  return kept.some(({ id }) => id === mine.id)
    ? kept.map((theirs) => {
        if (theirs.id !== mine.id) return theirs;
        return base ? mergeEnvironment({ base, mine, theirs }) : mine;
      })
    : [...kept, mine];
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

/** Why a name has no value, and what to do. */
export function whyNoValue({ environments, activeId }: EnvironmentState, name: string): string {
  const active = environments.find(({ id }) => id === activeId);
  if (!active)
    return `No environment is chosen, so env.${name} has no value. Choose or make one in Variables.`;
  const isSecret = active.values.some((one) => one.isSecret && one.name === name);
  return isSecret
    ? `${name} is a secret of ${active.name} that has to be typed again, in Variables.`
    : `The environment ${active.name} has no value ${name}. Add it in Variables.`;
}

/** Of the chosen environment: what is never shown. */
export function secretNames({ environments, activeId }: EnvironmentState): ReadonlySet<string> {
  const active = environments.find(({ id }) => id === activeId);
  return new Set((active?.values ?? []).filter(({ isSecret }) => isSecret).map(({ name }) => name));
}

/** Of the chosen environment: what is never shown, and covered where it would leave the page. */
export function secretValues({ environments, activeId }: EnvironmentState): readonly string[] {
  const active = environments.find(({ id }) => id === activeId);
  return (active?.values ?? []).flatMap(({ value, isSecret }) => (isSecret && value !== '' ? [value] : []));
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
