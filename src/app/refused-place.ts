import type { RequestPlace } from '../features/request/request-handle.ts';
import type { Draft, Run } from '../state/types.ts';
import type { ActionTools } from './actions.ts';
import { fieldProblems } from './field-problems.ts';

/** What was not sent for a field's sake leads back to that field, unless another draft has come to the front. */
export function focusRefused({ services, panes, request }: FocusTools, run: Run, draft: Draft): void {
  const place = refusedPlace(run, draft);
  if (place === null || services.drafts.getState().activeId !== run.draftId) return;
  panes.current?.focusPane('middle');
  request.current?.focus(place);
}

type FocusTools = Pick<ActionTools, 'services' | 'panes' | 'request'>;

/** Where the first field stands that kept a run from being sent; null when none did. */
export function refusedPlace(run: Run, draft: Draft): RequestPlace | null {
  const problems = fieldProblems(run, draft);
  return places.find(([field]) => problems.has(field))?.[1] ?? null;
}

/** In the order of the page. */
const places: readonly (readonly [field: string, place: RequestPlace])[] = [
  ['functionName', 'function'],
  ['qualifier', 'qualifier'],
  ['tenantId', 'tenantId'],
  ['durableExecutionName', 'durableExecutionName'],
  ['traceId', 'traceId'],
  ['payload', 'payload'],
  ['clientContext', 'client-context'],
];
