import { useEffect, useState } from 'react';
import type { JsonProblem } from '../documents/json-problems.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import type { JsonWork } from '../state/json-work.ts';

const pauseMs = 250;

/** What is wrong with a payload as JSON; null for a large one that is looked at when the typing pauses. */
export function useJsonProblems(payload: PayloadDocument, work: JsonWork): readonly JsonProblem[] | null {
  const [late, setLate] = useState<{ payload: PayloadDocument; problems: readonly JsonProblem[] } | null>(
    null,
  );
  const known = work.knownProblems(payload);
  const small = known !== undefined;
  useEffect(() => {
    if (small) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void work.problems(payload).then((problems) => current && setLate({ payload, problems }));
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [payload, small, work]);
  return known ?? (late?.payload === payload ? late.problems : null);
}
