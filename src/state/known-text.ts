import type { RunSummary } from './history-types.ts';

/** What a list knows of a run, in lower case. Made once: at each key tens of thousands are looked through. */
export function knownText(summary: RunSummary): string {
  const known = knownTexts.get(summary);
  if (known !== undefined) return known;
  const { functionName, qualifier, outcome, requestId, errorCode, connectionName, region, invocationType } =
    summary;
  const text = [
    functionName,
    qualifier,
    ...outcomeNames[outcome ?? 'running'],
    requestId,
    errorCode,
    connectionName,
    region,
    invocationType,
  ]
    .join('\n')
    .toLowerCase();
  knownTexts.set(summary, text);
  return text;
}

const knownTexts = new WeakMap<RunSummary, string>();

/** Makes the texts of runs that were read just now, so that the first key of a search need not make all. */
export function prepareSearch(summaries: readonly RunSummary[]): void {
  for (const summary of summaries) knownText(summary);
}

/** What people may call an outcome; the beginning of a name is enough. */
export const outcomeNames: Readonly<
  Record<NonNullable<RunSummary['outcome']> | 'running', readonly string[]>
> = {
  running: ['running'],
  success: ['success', 'succeeded', 'ok'],
  'function-error': ['function-error', 'function error', 'error', 'failed'],
  accepted: ['accepted'],
  'dry-run': ['dry-run', 'dryrun', 'allowed'],
  rejected: ['rejected'],
  unknown: ['unknown', 'outcome unknown'],
  cancelled: ['cancelled', 'canceled'],
  'not-sent': ['not-sent', 'not sent'],
};
