import type { Environment, EnvironmentValue } from './environments.ts';

export interface EnvironmentMerge {
  /** What this tab had before the change. */
  base: Environment;
  /** What it wants to have. */
  mine: Environment;
  /** What is kept now, which another tab may have changed since. */
  theirs: Environment;
}

/**
 * What is kept, with what this tab changed of it, value by value and by their names: nothing that was typed in another
 * tab is lost. Where both changed the same part of a value, this change is the newer one and stays. A value that one
 * tab removed while the other typed into it stays too.
 */
export function mergeEnvironment({ base, mine, theirs }: EnvironmentMerge): Environment {
  if (isSame(base, theirs)) return mine;
  const changed = changesOf(base.values, mine.values);
  const before = byKey(base.values);
  const kept = byKey(theirs.values);
  const values = [...kept].flatMap(([key, value]) => {
    const was = before.get(key);
    const wanted = changed.pairs.get(key);
    if (!was || wanted === was) return [value];
    if (wanted) return [merged(was, wanted, value)];
    return isSameValue(was, value) ? [] : [value];
  });
  for (const [key, wanted] of changed.pairs) {
    const was = before.get(key);
    if (!kept.has(key) && was && !isSameValue(was, wanted)) values.push(wanted);
  }
  for (const added of changed.added) put(values, added);
  return { ...theirs, name: mine.name === base.name ? theirs.name : mine.name, values };
}

type Values = readonly EnvironmentValue[];

/** Of the values there were, by their keys, what became of them; and which are new. */
function changesOf(base: Values, mine: Values): { pairs: Map<string, EnvironmentValue>; added: Values } {
  const keys = [...byKey(base).keys()];
  // Nothing was added or removed: they stand where they stood, whatever their names are now.
  const placed = base.length === mine.length ? new Map(zip(keys, mine)) : byKey(mine);
  const pairs = new Map([...placed].filter(([key]) => keys.includes(key)));
  return { pairs, added: [...placed].flatMap(([key, value]) => (pairs.has(key) ? [] : [value])) };
}

function zip<A, B>(some: readonly A[], others: readonly B[]): [A, B][] {
  return others.flatMap((other, index): [A, B][] => {
    const one = some[index];
    return one === undefined ? [] : [[one, other]];
  });
}

/** By name, and by the how manyth of that name they are. */
function byKey(values: Values): Map<string, EnvironmentValue> {
  const counts = new Map<string, number>();
  return new Map(
    values.map((value) => {
      const count = counts.get(value.name) ?? 0;
      counts.set(value.name, count + 1);
      return [`${value.name} ${count}`, value];
    }),
  );
}

function merged(was: EnvironmentValue, wanted: EnvironmentValue, value: EnvironmentValue): EnvironmentValue {
  return {
    name: wanted.name === was.name ? value.name : wanted.name,
    value: wanted.value === was.value ? value.value : wanted.value,
    isSecret: wanted.isSecret === was.isSecret ? value.isSecret : wanted.isSecret,
  };
}

/** In both tabs a value of this name was added: one of them stays. A nameless one is another one. */
function put(values: EnvironmentValue[], added: EnvironmentValue): void {
  const at = added.name === '' ? -1 : values.findIndex(({ name }) => name === added.name);
  if (at === -1) values.push(added);
  else values[at] = added;
}

function isSame(one: Environment, other: Environment): boolean {
  return (
    one.name === other.name &&
    one.values.length === other.values.length &&
    zip(one.values, other.values).every(([a, b]) => isSameValue(a, b))
  );
}

function isSameValue(one: EnvironmentValue, other: EnvironmentValue): boolean {
  return one.name === other.name && one.value === other.value && one.isSecret === other.isSecret;
}
