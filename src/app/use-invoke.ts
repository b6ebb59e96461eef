import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { jsonProblems } from '../documents/json-problems.ts';
import { payloadText } from '../documents/payload.ts';
import { toRunRequest } from '../state/draft.ts';
import { invokeMutation } from '../state/invoke-mutation.ts';
import type { Connection, Draft, Run } from '../state/types.ts';
import type { Services } from './compose.ts';

/** A key so soon after a start or an end is the second half of a double press: it does nothing. */
const doublePressMs = 500;

/** Where a press came from: a key, or a click of which `clicks` says whether it is the second of a double click. */
export type Press = { by: 'key' } | { by: 'pointer'; clicks: number };

export interface InvokeControl {
  /** Invoke, or while it runs: stop waiting. The second half of a double press does neither. */
  press: (press: Press) => void;
  /** The payload is no JSON: ask before it is sent. */
  question: { message: string } | null;
  answer: (sendAnyway: boolean) => void;
}

export interface UseInvoke {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  run: Run | null;
}

/** One press is one run: from the button, from the key, or from the answer to the question in between. */
export function useInvoke({ services, draft, connection, run }: UseInvoke): InvokeControl {
  const { mutate } = useMutation(invokeMutation(services.runs.service));
  const [question, setQuestion] = useState<InvokeControl['question']>(null);
  const lastChange = useRef(-doublePressMs);
  const running = run !== null && run.outcome === null;

  const isDouble = (press: Press): boolean =>
    press.by === 'pointer' ? press.clicks > 1 : performance.now() - lastChange.current < doublePressMs;
  const touch = (): void => void (lastChange.current = performance.now());

  const send = (): void => {
    if (connection === undefined) return;
    touch();
    mutate({ draftId: draft.id, connection, request: toRunRequest(draft, connection) }, { onSettled: touch });
  };
  const invoke = (): void => {
    const fault = payloadFault(draft);
    if (fault === null) send();
    else setQuestion({ message: fault });
  };
  return {
    press(press) {
      if (isDouble(press)) return;
      if (running) services.runs.service.abort(run.id);
      else invoke();
    },
    question,
    answer(sendAnyway) {
      setQuestion(null);
      if (sendAnyway) send();
    },
  };
}

/** Lambda takes JSON only; an empty payload is none at all and is fine. */
function payloadFault(draft: Draft): string | null {
  if (draft.payload.encoding === 'binary') return 'The payload is binary.';
  const text = payloadText(draft.payload);
  if (text.trim() === '') return null;
  const first = jsonProblems(text)[0];
  return first === undefined ? null : `Line ${first.line}, column ${first.column}: ${first.message}`;
}
