import type { VariableContext } from '../documents/variables/evaluate.ts';
import { expandVariables, type Expanded } from '../documents/variables/expand-variables.ts';
import { knownInBytes } from '../documents/secret-scan.ts';
import { payloadFromText, payloadText } from '../documents/payload.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import { environmentValues, secretValues, whyNoValue, type EnvironmentState } from '../state/environments.ts';
import type { RunCommand } from '../state/run-types.ts';
import { rememberSent } from '../state/sent-secrets.ts';
import type { SeriesItem } from '../state/series-types.ts';
import type { Draft, RunRequest } from '../state/types.ts';
import type { Services } from './compose.ts';
import { environments } from './environments.ts';

type ExpandedPayload =
  | { ok: true; payload: PayloadDocument; secretParts?: RunRequest['secretParts'] }
  | { ok: false; /** Which variables have no value, and where. */ message: string };

/** The payload as it is sent by this press. Without variables it is the same one. */
function expandNow(payload: PayloadDocument, values?: ReadonlyMap<string, string>): ExpandedPayload {
  if (payload.encoding === 'binary') return { ok: true, payload };
  const { text, count, problems } = preview(payload, undefined, values);
  const [first] = problems;
  if (first) {
    const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    const message = `Line ${first.line}, column ${first.column} of the payload: ${first.message}${others}`;
    return { ok: false, message };
  }
  if (count === 0 && text === payloadText(payload)) return withSecretParts(payload);
  const made = payloadFromText(payload.bom ? `\uFEFF${text}` : text);
  return made.ok ? withSecretParts(made.document) : { ok: false, message: made.problem.message };
}

/** The record says where secrets stand in what was sent, and this page knows them. */
function withSecretParts(payload: PayloadDocument): Extract<ExpandedPayload, { ok: true }> {
  const secrets = secretValues(environments.getState());
  const secretParts = knownInBytes(payload.bytes, secrets);
  if (secretParts.length === 0) return { ok: true, payload };
  rememberSent(secrets);
  return { ok: true, payload, secretParts };
}

function asSent(
  request: RunRequest,
  { payload, secretParts }: Extract<ExpandedPayload, { ok: true }>,
): RunRequest {
  return { ...request, payload, ...(secretParts ? { secretParts } : {}) };
}

/** What the variables of a press are made from. */
export function variableContext(
  environment: EnvironmentState,
  values?: ReadonlyMap<string, string>,
): VariableContext {
  return {
    nowMs: Date.now(),
    randomUUID: () => crypto.randomUUID(),
    random: () => Math.random(),
    env: environmentValues(environment),
    noValue: (name) => whyNoValue(environment, name),
    ...(values ? { values } : {}),
  };
}

/** What a press would send now. */
export function preview(
  payload: PayloadDocument,
  environment = environments.getState(),
  values?: ReadonlyMap<string, string>,
): Expanded {
  return expandVariables(payloadText(payload), variableContext(environment, values));
}

/** A draft whose payload is as it is sent now, so that several sends have the same; a text says why there is none. */
export function expandedDraft(draft: Draft): Draft | string {
  if (!draft.variables) return draft;
  const made = expandNow(draft.payload);
  return made.ok ? { ...draft, payload: made.payload } : made.message;
}

/** A press of Invoke as it is sent; null where a variable has no value. */
export function expandedCommand(command: RunCommand): RunCommand | null {
  const made = expandNow(command.request.payload);
  return made.ok ? { ...command, request: asSent(command.request, made) } : null;
}

/** One run of a series as it is sent: variables get their values run by run, or it can't be sent. */
export async function preparedItem(
  { drafts }: Services,
  item: SeriesItem,
  draftId: string,
): Promise<SeriesItem> {
  const { drafts: open, closed } = drafts.getState();
  const draft = [...open, ...closed.map((one) => one.draft)].find(({ id }) => id === draftId);
  if (!draft?.variables) return item;
  const made = expandNow(item.request.payload, item.values);
  if (made.ok) return { ...item, request: asSent(item.request, made) };
  const refusal = {
    code: 'variable-without-value',
    message: made.message,
    nextStep: 'Give each variable a value in Variables (an environment, or a column of Variants).',
    field: 'payload',
  };
  return { ...item, refusal };
}
