import * as v from 'valibot';
import type { Learned, LearnedShape } from '../documents/learned/learned-types.ts';
import { nothingLearned } from '../documents/learned/teach.ts';
import type { StorageTransaction } from './storage-types.ts';

/** Beside the other small records; no backup and no export looks here. */
const prefix = 'learned:';

/** More functions than these are not remembered: the one that was taught longest ago goes. */
const maxFunctions = 200;

/** What is known of each function that was learned of. */
export interface LearnedFunction {
  functionName: string;
  examples: number;
}

/** What is stored of a function. */
export interface StoredLearned {
  /** null when nothing was learned, or what was can't be read. */
  learned: Learned | null;
  /** It was forgotten: what taught it before, and is there still, teaches no second time. */
  isForgotten: boolean;
}

export async function getLearned(tx: StorageTransaction, functionName: string): Promise<StoredLearned> {
  const parsed = v.safeParse(recordSchema, await tx.get('kv', prefix + functionName));
  if (!parsed.success) return { learned: null, isForgotten: false };
  const { shape, fingerprints, isForgotten = false } = parsed.output;
  return { learned: shape.seen > 0 ? { shape, fingerprints } : null, isForgotten };
}

export async function putLearned(
  tx: StorageTransaction,
  functionName: string,
  { learned, isForgotten, at }: StoredLearned & { at: number },
): Promise<void> {
  const record = { v: 1, taughtAt: at, ...(learned ?? nothingLearned()) };
  await tx.put('kv', prefix + functionName, { ...record, ...(isForgotten ? { isForgotten } : {}) });
  const entries = await tx.list('kv', { prefix });
  const oldest = entries
    .map(({ key, value }) => ({ key, taughtAt: taughtAtOf(value) }))
    .toSorted((a, b) => a.taughtAt - b.taughtAt)
    .slice(0, Math.max(0, entries.length - maxFunctions));
  for (const { key } of oldest) await tx.delete('kv', key);
}

export async function listLearned(tx: StorageTransaction): Promise<LearnedFunction[]> {
  const entries = await tx.list('kv', { prefix });
  return entries.flatMap(({ key, value }) => {
    const parsed = v.safeParse(headSchema, value);
    const examples = parsed.success ? parsed.output.shape.seen : 0;
    const isEmpty = parsed.success && examples === 0;
    return isEmpty ? [] : [{ functionName: key.slice(prefix.length), examples }];
  });
}

/** Of one function, or of all. That it was forgotten is all that stays. */
export async function forgetLearned(
  tx: StorageTransaction,
  functionName: string | null,
  at: number,
): Promise<void> {
  const stored = await tx.keys('kv', { prefix });
  const names = functionName === null ? stored.map((key) => key.slice(prefix.length)) : [functionName];
  for (const name of names) await putLearned(tx, name, { learned: null, isForgotten: true, at });
}

function taughtAtOf(value: unknown): number {
  const parsed = v.safeParse(headSchema, value);
  return parsed.success ? parsed.output.taughtAt : 0;
}

const count = v.pipe(v.number(), v.minValue(0));

const headSchema = v.object({ taughtAt: v.number(), shape: v.object({ seen: count }) });

const shapeSchema: v.GenericSchema<unknown, LearnedShape> = v.object({
  seen: count,
  kinds: v.partial(
    v.object({ object: count, array: count, string: count, number: count, boolean: count, null: count }),
  ),
  members: v.map(
    v.string(),
    v.lazy(() => shapeSchema),
  ),
  isCut: v.boolean(),
  items: v.nullable(v.lazy(() => shapeSchema)),
  values: v.nullable(v.array(v.string())),
  formats: v.partial(v.object({ integer: count, uuid: count, 'date-time': count, arn: count })),
});

const recordSchema = v.object({
  v: v.literal(1),
  taughtAt: v.number(),
  shape: shapeSchema,
  fingerprints: v.array(v.number()),
  isForgotten: v.optional(v.boolean()),
});
