import * as v from 'valibot';
import type { Learned, LearnedShape } from '../documents/learned/learned-types.ts';
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

/** null when nothing was learned, or what was can't be read. */
export async function getLearned(tx: StorageTransaction, functionName: string): Promise<Learned | null> {
  const parsed = v.safeParse(recordSchema, await tx.get('kv', prefix + functionName));
  return parsed.success ? { shape: parsed.output.shape, fingerprints: parsed.output.fingerprints } : null;
}

export async function putLearned(
  tx: StorageTransaction,
  functionName: string,
  { learned, at }: { learned: Learned; at: number },
): Promise<void> {
  await tx.put('kv', prefix + functionName, { v: 1, taughtAt: at, ...learned });
  const entries = await tx.list('kv', { prefix });
  const oldest = entries
    .map(({ key, value }) => ({ key, taughtAt: taughtAtOf(value) }))
    .toSorted((a, b) => a.taughtAt - b.taughtAt)
    .slice(0, Math.max(0, entries.length - maxFunctions));
  for (const { key } of oldest) await tx.delete('kv', key);
}

export async function listLearned(tx: StorageTransaction): Promise<LearnedFunction[]> {
  const entries = await tx.list('kv', { prefix });
  return entries.map(({ key, value }) => {
    const parsed = v.safeParse(headSchema, value);
    return {
      functionName: key.slice(prefix.length),
      examples: parsed.success ? parsed.output.shape.seen : 0,
    };
  });
}

/** Of one function, or of all. */
export async function deleteLearned(tx: StorageTransaction, functionName: string | null): Promise<void> {
  const keys = functionName === null ? await tx.keys('kv', { prefix }) : [prefix + functionName];
  for (const key of keys) await tx.delete('kv', key);
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
});
