import type { Draft } from '../state/types.ts';
import type { Services } from './compose.ts';

/** Why each run of a series would be refused: said once, instead of by every run. */
export async function payloadObstacle({ jsonWork }: Services, draft: Draft): Promise<string | null> {
  const { payload, payloadProblem } = draft;
  if (payloadProblem !== null) return 'The payload can’t be sent as it is: see its editor.';
  if (payload.encoding === 'binary') return 'The payload is binary. Lambda accepts only JSON.';
  const [first] = await jsonWork.problems(payload);
  if (first === undefined) return null;
  return `The payload is no JSON. Line ${first.line}, column ${first.column}: ${first.message}`;
}
