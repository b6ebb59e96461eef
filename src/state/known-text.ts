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

/** The same of a whole list, in its order: one look-up a list instead of one a run. */
export function knownTextsOf(summaries: readonly RunSummary[]): readonly string[] {
  const texts = listTexts.get(summaries) ?? summaries.map(knownText);
  listTexts.set(summaries, texts);
  return texts;
}

const listTexts = new WeakMap<readonly RunSummary[], readonly string[]>();

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
