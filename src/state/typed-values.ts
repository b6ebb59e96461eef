import type { Environment } from './environments.ts';

/** What was typed here, of a value that has another text now. */
export interface ReplacedValue {
  readonly environmentId: string;
  readonly name: string;
  readonly value: string;
}

/** Remembers which values were typed in this tab, to tell when another one has replaced them. Secrets are not kept. */
export class TypedValues {
  readonly #typed = new Map<string, ReplacedValue>();

  /** What a change of this tab has typed. */
  note(base: Environment | null, { id, values }: Environment): void {
    for (const { name, value, isSecret } of values) {
      const before = base?.values.find((one) => one.name === name)?.value;
      if (isSecret) this.#typed.delete(keyOf(id, name));
      else if (value !== before) this.#typed.set(keyOf(id, name), { environmentId: id, name, value });
    }
  }

  /** Those that are other than they were typed; each is told once. */
  takeReplaced(environments: readonly Environment[]): ReplacedValue[] {
    const replaced = [...this.#typed.values()].filter((one) => isReplaced(one, environments));
    for (const { environmentId, name } of replaced) this.#typed.delete(keyOf(environmentId, name));
    return replaced;
  }
}

/** A value that is gone or renamed was not replaced, and a secret's text is told by nobody. */
export function isReplaced(
  { environmentId, name, value }: ReplacedValue,
  environments: readonly Environment[],
): boolean {
  const values = environments.find(({ id }) => id === environmentId)?.values ?? [];
  const now = values.find((one) => one.name === name);
  return now !== undefined && !now.isSecret && now.value !== value;
}

function keyOf(id: string, name: string): string {
  return `${id} ${name}`;
}
