import type { FunctionConfiguration } from '../core/index.ts';
import type { FunctionQualifiers } from '../state/read-queries.ts';
import type { Suggestion } from '../ui/combobox.tsx';

/** The functions of a connection as proposals for the Function box. */
export function functionSuggestions(functions: readonly FunctionConfiguration[] | undefined): Suggestion[] {
  return (functions ?? []).flatMap(({ functionName, description }) =>
    functionName === undefined ? [] : { value: functionName, detail: description },
  );
}

/** Aliases first, with their version and weights; then `$LATEST` and the published versions. */
export function qualifierSuggestions(qualifiers: FunctionQualifiers | undefined): Suggestion[] {
  if (qualifiers === undefined) return [];
  const aliases = qualifiers.aliases.map(
    ({ name, functionVersion, additionalVersionWeights, description }) => ({
      value: name,
      detail: [versionsOf(functionVersion, additionalVersionWeights), description]
        .filter(Boolean)
        .join(' · '),
      group: 'Aliases',
    }),
  );
  const versions = qualifiers.versions.flatMap(({ version, description }) =>
    version === undefined ? [] : { value: version, detail: description, group: 'Versions' },
  );
  return [...aliases, ...versions];
}

function versionsOf(version: string, others: readonly { version: string; weight: number }[]): string {
  const shares = others.map((other) => `${other.version} ${percent(other.weight)}`);
  if (shares.length === 0) return `version ${version}`;
  const rest = 1 - others.reduce((sum, { weight }) => sum + weight, 0);
  return `version ${version} ${percent(rest)}, ${shares.join(', ')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 1_000) / 10} %`;
}
