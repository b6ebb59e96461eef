import { useQuery } from '@tanstack/react-query';
import { parseFunctionName, type FunctionConfiguration } from '../core/index.ts';
import { earlierFunctions, earlierQualifiers } from '../state/earlier-targets.ts';
import type { Connection, Draft } from '../state/types.ts';
import type { Suggestion } from '../ui/combobox.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { functionSuggestions, qualifierSuggestions } from './target-suggestions.ts';

export interface UseTarget {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
}

export interface Target {
  functions: readonly Suggestion[];
  qualifiers: readonly Suggestion[];
  /** undefined while it is read, and where it may not be. */
  configuration: FunctionConfiguration | undefined;
}

/** What is known of the target: from the connection where it may be read, and from earlier runs. */
export function useTarget({ services, draft, connection }: UseTarget): Target {
  const { reads, history } = services;
  const { functionName } = draft;
  // As one text, which is the same as long as it says the same: a run more of a known function draws nothing anew.
  const earlier = useStore(history, ({ summaries }) => earlierFunctions(summaries).join(lineEnd));
  const earlierOfThis = useStore(history, ({ summaries }) =>
    earlierQualifiers(summaries, functionName).join(lineEnd),
  );
  const functions = useQuery(reads.functions(connection)).data ?? [];
  const qualifiers = useQuery(reads.qualifiers(connection, functionName)).data ?? [];
  const configuration = useQuery(reads.configuration(connection, functionName, qualifierToRead(draft))).data;
  return {
    configuration,
    functions: functionSuggestions(functions, linesOf(earlier)),
    qualifiers: qualifierSuggestions(qualifiers, linesOf(earlierOfThis)),
  };
}

const lineEnd = '\n';

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(lineEnd);
}

/** A name may bring its own; two that differ would be refused. */
function qualifierToRead({ functionName, qualifier }: Draft): string {
  const parsed = parseFunctionName(functionName);
  return parsed.ok && parsed.qualifier !== undefined ? '' : qualifier.trim();
}
