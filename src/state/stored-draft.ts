import * as v from 'valibot';
import { payloadFromBytes } from '../documents/payload.ts';
import { invocationTypes, retryModes } from '../documents/request-options.ts';
import { newDraft } from './draft.ts';
import type { StorageChange, StorageTransaction } from './storage-types.ts';
import type { Draft } from './types.ts';

/** Order and active tab of a session; its drafts are found by their keys. */
export interface StoredSession {
  order: readonly string[];
  activeId: string;
}

export const sessionPrefix = 'drafts/';
const sessionKey = (session: string): string => `${sessionPrefix}${session}`;
const draftKey = (session: string, draft: string): string => `${session}/${draft}`;
/** Apart from the fields, so that a moved caret does not write a large payload again. */
const payloadKey = (session: string, draft: string): string => `${session}/${draft}/payload`;

export function putSession(session: string, { order, activeId }: StoredSession): StorageChange {
  return { type: 'put', store: 'kv', key: sessionKey(session), value: { v: 1, order, activeId } };
}

export function deleteSession(session: string): StorageChange {
  return { type: 'delete', store: 'kv', key: sessionKey(session) };
}

/** Only what differs from `before`, which was stored under the same key; null stores all of it. */
export function putDraft(session: string, draft: Draft, before: Draft | null): StorageChange[] {
  const changes: StorageChange[] = [
    { type: 'put', store: 'drafts', key: draftKey(session, draft.id), value: toStored(draft) },
  ];
  if (before?.payload.bytes === draft.payload.bytes && before.variants === draft.variants) return changes;
  const key = payloadKey(session, draft.id);
  return [...changes, { type: 'put', store: 'drafts', key, value: storedContent(draft) }];
}

export function deleteDraft(session: string, draftId: string): StorageChange[] {
  return [draftKey(session, draftId), payloadKey(session, draftId)].map((key) => ({
    type: 'delete',
    store: 'drafts',
    key,
  }));
}

export interface RestoredDrafts {
  drafts: Draft[];
  activeId: string | null;
}

/** The drafts of a session in their order. A damaged one is left out and stays where it is. */
export async function readDrafts(tx: StorageTransaction, session: string): Promise<RestoredDrafts> {
  const [record, entries] = await Promise.all([
    tx.get('kv', sessionKey(session)),
    tx.list('drafts', { prefix: `${session}/` }),
  ]);
  const values = new Map(entries.map(({ key, value }) => [key, value]));
  const drafts = entries.flatMap(({ key, value }) => fromStored(value, values.get(`${key}/payload`)) ?? []);
  const parsed = v.safeParse(sessionSchema, record);
  const { order, activeId } = parsed.success ? parsed.output : { order: [], activeId: null };
  const place = new Map(order.map((id, index) => [id, index]));
  drafts.sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
  return { drafts, activeId };
}

const sessionSchema = v.object({ v: v.literal(1), order: v.array(v.string()), activeId: v.string() });

const draftSchema = v.object({
  v: v.literal(1),
  id: v.string(),
  title: v.nullable(v.string()),
  functionName: v.string(),
  qualifier: v.string(),
  invocationType: v.picklist(invocationTypes),
  tailLog: v.boolean(),
  stream: v.boolean(),
  tenantId: v.string(),
  durableExecutionName: v.string(),
  traceId: v.string(),
  retryMode: v.picklist(retryModes),
  clientContext: v.string(),
  // Later than version 1: drafts from before have none.
  eventType: v.optional(v.nullable(v.string()), null),
  caret: v.nullable(v.object({ line: v.number(), column: v.number() })),
  lastRunId: v.nullable(v.string()),
  // Later than version 1 of the record; without it the runs of a draft are kept.
  isPrivate: v.optional(v.boolean(), false),
  variables: v.optional(v.boolean(), false),
});

const payloadSchema = v.object({
  v: v.literal(1),
  bytes: v.instance(Uint8Array),
  // Later than version 1; it may be as large as a payload.
  variants: v.optional(v.unknown(), null),
});

function storedContent({ payload, variants }: Draft): unknown {
  return { v: 1, bytes: payload.bytes, ...(variants === null ? {} : { variants }) };
}

/** A draft as its two records, for a file. */
export function storedDraft(draft: Draft): { fields: unknown; payload: unknown } {
  return { fields: toStored(draft), payload: storedContent(draft) };
}

/** The draft of two records; null when one of them is damaged. */
export function draftFromStored(fields: unknown, payload: unknown): Draft | null {
  return fromStored(fields, payload);
}

function toStored(draft: Draft): v.InferOutput<typeof draftSchema> {
  return v.parse(draftSchema, { ...draft, v: 1 });
}

function fromStored(value: unknown, payload: unknown): Draft | null {
  const fields = v.safeParse(draftSchema, value);
  const bytes = v.safeParse(payloadSchema, payload);
  if (!fields.success || !bytes.success) return null;
  const { v: _version, id, lastRunId, ...rest } = fields.output;
  const { variants } = bytes.output;
  return { ...newDraft(id, { ...rest, variants, payload: payloadFromBytes(bytes.output.bytes) }), lastRunId };
}
