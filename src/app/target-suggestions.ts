import type { ListedFunction, ListedQualifier } from '../state/read-queries.ts';
import type { Suggestion } from '../ui/combobox.tsx';

/** What a function box proposes: what the connection lists, and what was run before. */
export function functionSuggestions(
  functions: readonly ListedFunction[],
  earlier: readonly string[],
): readonly Suggestion[] {
  const listed = new Set(functions.map(({ name }) => name));
  return [
    ...functions.map(({ name, description, runtime }) => ({
      value: name,
      detail: description ?? runtime,
      group: 'Functions',
    })),
    ...notListed(earlier, listed),
  ];
}

/** The same for the qualifiers of a function. */
export function qualifierSuggestions(
  qualifiers: readonly ListedQualifier[],
  earlier: readonly string[],
): readonly Suggestion[] {
  const listed = new Set(qualifiers.map(({ value }) => value));
  return [
    ...qualifiers.map((one) => ({ ...one, group: 'Versions and aliases' })),
    ...notListed(earlier, listed),
  ];
}

function notListed(values: readonly string[], listed: ReadonlySet<string>): Suggestion[] {
  return values.filter((value) => !listed.has(value)).map((value) => ({ value, group: 'Earlier runs' }));
}
