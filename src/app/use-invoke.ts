import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type RefObject } from 'react';
import type { JsonProblem } from '../documents/json-problems.ts';
import { toRunRequest } from '../state/draft.ts';
import { invokeMutation } from '../state/invoke-mutation.ts';
import type { RunCommand } from '../state/run-types.ts';
import type { Connection, Draft, Run } from '../state/types.ts';
import type { Services } from './compose.ts';

/** A key so soon after a start or an end is the second half of a double press: it does nothing. */
const doublePressMs = 500;

/** Where a press came from: a key, or a click of which `clicks` says whether it is the second of a double click. */
export type Press = { by: 'key' } | { by: 'pointer'; clicks: number };

export interface InvokeQuestion {
  /** Of the payload; null when that is well. */
  payload: string | null;
  /** True: the client context is no JSON object. */
  clientContext: boolean;
}

export interface InvokeControl {
  /** Invoke, or while it runs: stop waiting. The second half of a double press does neither. */
  press: (press: Press) => void;
  /** What is no JSON though Lambda takes nothing else: ask before it is sent. */
  question: InvokeQuestion | null;
  answer: (sendAnyway: boolean) => void;
}

export interface UseInvoke {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  run: Run | null;
  /** A run of this page's presses has ended; with several at once, told of the last one alone. */
  onEnd: (run: Run) => void;
}

/** One press is one run: from the button, from the key, or from the answer to the question in between. */
export function useInvoke({ services, draft, connection, run, onEnd }: UseInvoke): InvokeControl {
  const { mutate } = useMutation(invokeMutation(services.runs.service));
  const [question, setQuestion] = useState<InvokeControl['question']>(null);
  const lastPress = useRef(0);
  const checking = useRef(false);
  const running = run !== null && run.outcome === null;

  const isDouble = (press: Press): boolean => {
    if (press.by === 'pointer') return press.clicks > 1;
    const changes = [run?.startedAt, run?.endedAt].map((time) => time?.getTime() ?? 0);
    const sinceMs = Date.now() - Math.max(lastPress.current, ...changes);
    // Negative when the clock was set back, which is no reason to be deaf.
    return sinceMs >= 0 && sinceMs < doublePressMs;
  };
  const start = (command: RunCommand): void => {
    lastPress.current = Date.now();
    mutate(command, { onSuccess: onEnd });
  };
  const send = (sent: Draft): void => {
    if (connection === undefined) return;
    const command = { draftId: sent.id, connection, request: toRunRequest(sent, connection) };
    if (connection.kind === 'local' && !sent.variables) {
      start(command);
      return;
    }
    checking.current = true;
    const begin = sent.variables ? expandFirst : askFirst;
    void begin(services, command, start).finally(() => (checking.current = false));
  };
  const sendOrAsk = (sent: Draft, problems: readonly JsonProblem[]): void => {
    const faults = { payload: payloadFault(sent, problems), clientContext: isFaultyContext(sent) };
    if (faults.payload === null && !faults.clientContext) send(sent);
    else setQuestion(faults);
  };
  const invoke = (sent: Draft): void => {
    const problems = services.jsonWork.knownProblems(sent.payload);
    if (problems) {
      sendOrAsk(sent, problems);
      return;
    }
    // A large payload is looked at beside the page; what goes out is what was there at the press.
    checking.current = true;
    void services.jsonWork.problems(sent.payload).then((found) => {
      checking.current = false;
      sendOrAsk(sent, found);
    });
  };
  return {
    press(press) {
      if (isDouble(press) || checking.current) return;
      if (running) services.runs.service.abort(run.id);
      else afterPending({ services, draft, checking }, invoke);
    },
    question,
    answer(sendAnyway) {
      setQuestion(null);
      if (sendAnyway) send(draft);
    },
  };
}

/** What was typed into a document inside the payload a moment ago goes out with it. */
function afterPending(
  { services, draft, checking }: Pick<UseInvoke, 'services' | 'draft'> & { checking: RefObject<boolean> },
  invoke: (sent: Draft) => void,
): void {
  const { pending } = services.lens;
  if (pending.size === 0) {
    invoke(draft);
    return;
  }
  checking.current = true;
  void Promise.allSettled(Array.from(pending, async (settle) => settle())).then(() => {
    checking.current = false;
    invoke(services.drafts.getState().drafts.find(({ id }) => id === draft.id) ?? draft);
  });
}

/** Where a variable has no value nothing is sent, and their window says why. */
async function expandFirst(services: Services, command: RunCommand, start: Start): Promise<void> {
  const expanded = await import('./late-variables.ts')
    .then((late) => late.expandedCommand(command))
    .catch(() => null);
  if (expanded) await askFirst(services, expanded, start);
  else services.ways.setState({ open: 'variables' });
}

type Start = (command: RunCommand) => void;

/** Where the guards can't be had, the run service has none either, and refuses in words. */
async function askFirst({ safety }: Services, command: RunCommand, start: Start): Promise<void> {
  if (command.connection.kind === 'local') {
    start(command);
    return;
  }
  try {
    (await safety()).question.ask(command, start);
  } catch {
    start(command);
  }
}

/** Lambda takes JSON only; an empty payload is none at all and is fine. */
function payloadFault({ payload }: Draft, [first]: readonly JsonProblem[]): string | null {
  if (payload.encoding === 'binary') return 'The payload is binary.';
  return first === undefined ? null : `Line ${first.line}, column ${first.column}: ${first.message}`;
}

/** An Event has none. JSON that begins so is an object. */
function isFaultyContext({ clientContext, invocationType }: Draft): boolean {
  const text = clientContext.trim();
  if (invocationType === 'Event' || text === '') return false;
  return !text.startsWith('{') || !isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
