import type { VariableContext } from '../documents/variables/evaluate.ts';
import { expandVariables, type Expanded } from '../documents/variables/expand-variables.ts';
import { payloadFromText, payloadText } from '../documents/payload.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import { environmentValues, type EnvironmentState } from '../state/environments.ts';
import { UnknownVariable } from '../state/held-back.ts';
import type { SeriesItem } from '../state/run-series.ts';
import type { Draft } from '../state/types.ts';
import type { Services } from './compose.ts';
import { environments } from './environments.ts';

/** The payload as it is sent by this press; null where a variable has no value. Without variables it is the same one. */
export function expandNow(
  payload: PayloadDocument,
  values?: ReadonlyMap<string, string>,
): PayloadDocument | null {
  if (payload.encoding === 'binary') return payload;
  const { text, count, problems } = preview(payload, undefined, values);
  if (problems.length > 0) return null;
  if (count === 0 && text === payloadText(payload)) return payload;
  const made = payloadFromText(payload.bom ? `\uFEFF${text}` : text);
  return made.ok ? made.document : null;
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

/** A draft whose payload is as it is sent now, so that several sends have the same; null where a value is missing. */
export function expandedDraft(draft: Draft): Draft | null {
  if (!draft.variables) return draft;
  const payload = expandNow(draft.payload);
  return payload && { ...draft, payload };
}

/** One run of a series as it is sent: variables get their values run by run. Rejects with `UnknownVariable`. */
export async function preparedItem(
  { drafts }: Services,
  item: SeriesItem,
  draftId: string,
): Promise<SeriesItem> {
  const { drafts: open, closed } = drafts.getState();
  const draft = [...open, ...closed.map((one) => one.draft)].find(({ id }) => id === draftId);
  if (!draft?.variables) return item;
  const payload = expandNow(item.request.payload, item.values);
  if (payload) return { ...item, request: { ...item.request, payload } };
  throw new UnknownVariable(item.values);
}
