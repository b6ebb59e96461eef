import type { Run } from '../../state/types.ts';
import { formatMs } from '../../ui/format-numbers.ts';
import { outcomeWords } from './outcome-words.ts';

/**
 * Tells a screen reader that a run began and how it ended, each once: the region is always there and changes its
 * text only then. A result that was only opened again is not news.
 */
export function RunAnnouncer({ run }: { run: Run | null }) {
  return (
    <p role="status" className="visually-hidden">
      {run === null || run.restored ? '' : sentence(run)}
    </p>
  );
}

function sentence({ outcome, request, result, roundTripMs }: Run): string {
  if (outcome === null) return `Invoking ${request.functionName}`;
  const status = result?.ok ? result.output.statusCode : result?.error.statusCode;
  const facts = [
    outcomeWords[outcome].title,
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(roundTripMs === null ? [] : [formatMs(roundTripMs)]),
  ];
  return `${request.functionName}: ${facts.join(', ')}`;
}
