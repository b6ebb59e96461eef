import type { Draft, Run } from '../state/types.ts';

/**
 * What the last press found wrong, by InvokeInput field, as long as the field still holds what was refused:
 * a corrected field is not blamed for its past.
 */
export function fieldProblems(run: Run | null, draft: Draft): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  if (run === null || run.outcome !== 'not-sent') return problems;
  const found = run.result?.ok === false ? (run.result.error.problems ?? []) : [];
  for (const { field, message } of found) {
    if (!stillHolds(field, run, draft)) continue;
    const before = problems.get(field);
    problems.set(field, before === undefined ? message : `${before} ${message}`);
  }
  if (run.refusal?.field !== undefined && stillHolds(run.refusal.field, run, draft)) {
    problems.set(run.refusal.field, run.refusal.message);
  }
  return problems;
}

function stillHolds(field: string, { request }: Run, draft: Draft): boolean {
  switch (field) {
    case 'functionName':
      return request.functionName === draft.functionName;
    case 'qualifier':
      return request.qualifier === draft.qualifier;
    case 'payload':
      return request.payload === draft.payload && request.invocationType === draft.invocationType;
    case 'clientContext':
      return request.clientContext === draft.clientContext;
    case 'tenantId':
      return request.tenantId === draft.tenantId;
    case 'durableExecutionName':
      return request.durableExecutionName === draft.durableExecutionName;
    case 'traceId':
      return request.traceId === draft.traceId;
    default:
      return true;
  }
}
