import { useEffect, useState } from 'react';
import { jsonProblems, type JsonProblem } from '../documents/json-problems.ts';
import { payloadText } from '../documents/payload.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';

/** Up to this size a scan costs less than a frame and is done at once. */
const atOnceBytes = 65_536;
const pauseMs = 250;

/** What is wrong with a payload as JSON; large ones are looked at when the typing pauses. */
export function useJsonProblems(payload: PayloadDocument): readonly JsonProblem[] {
  const [late, setLate] = useState<{ payload: PayloadDocument; problems: readonly JsonProblem[] } | null>(
    null,
  );
  const small = payload.bytes.length <= atOnceBytes;
  useEffect(() => {
    if (small) return undefined;
    const timer = setTimeout(() => setLate({ payload, problems: problemsOf(payload) }), pauseMs);
    return () => clearTimeout(timer);
  }, [payload, small]);
  if (small) return problemsOf(payload);
  return late?.payload === payload ? late.problems : none;
}

const none: readonly JsonProblem[] = [];

function problemsOf(payload: PayloadDocument): readonly JsonProblem[] {
  if (payload.encoding === 'binary') return none;
  const text = payloadText(payload);
  return text.trim() === '' ? none : jsonProblems(text);
}
