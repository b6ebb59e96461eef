import * as v from 'valibot';
import type { PresetSummary } from './preset-types.ts';
import type { StorageTransaction } from './storage-types.ts';
import { listSummaries } from './stored-preset.ts';

/** The presets by function, in it as they were ordered; those that nobody has moved follow by name. */
export async function listInOrder(tx: StorageTransaction): Promise<PresetSummary[]> {
  const [summaries, order] = await Promise.all([listSummaries(tx), readOrder(tx)]);
  if (order.size === 0) return summaries;
  const places = new Map([...order.values()].flatMap((ids) => ids.map((id, index) => [id, index] as const)));
  const placeOf = ({ id }: PresetSummary): number => places.get(id) ?? Number.MAX_SAFE_INTEGER;
  // They come sorted by function and name, and sorting keeps the order of equals.
  return summaries.toSorted((a, b) => (a.functionName === b.functionName ? placeOf(a) - placeOf(b) : 0));
}

/** One list of ids a function: what is moved most is short. */
export async function movePreset(tx: StorageTransaction, id: string, toIndex: number): Promise<void> {
  const summaries = await listInOrder(tx);
  const moved = summaries.find((one) => one.id === id);
  if (moved === undefined) return;
  const ids = summaries
    .filter(({ functionName }) => functionName === moved.functionName)
    .map((one) => one.id)
    .filter((one) => one !== id);
  const order = new Map(await readOrder(tx));
  order.set(moved.functionName, ids.toSpliced(Math.max(0, toIndex), 0, id));
  await tx.put('kv', orderKey, { v: 1, functions: [...order] });
}

/** Ids by function, as somebody has put them. */
export type PresetOrder = readonly (readonly [functionName: string, ids: readonly string[]])[];

export async function listOrder(tx: StorageTransaction): Promise<PresetOrder> {
  return [...(await readOrder(tx))];
}

/** Puts these behind those that have a place already. */
export async function addOrder(tx: StorageTransaction, added: PresetOrder): Promise<void> {
  if (added.length === 0) return;
  const order = new Map(await readOrder(tx));
  for (const [functionName, ids] of added)
    order.set(functionName, [...new Set([...(order.get(functionName) ?? []), ...ids])]);
  await tx.put('kv', orderKey, { v: 1, functions: [...order] });
}

/** An order from elsewhere; empty when it makes no sense. */
export function parseOrder(value: unknown): PresetOrder {
  const parsed = v.safeParse(orderSchema, value);
  return parsed.success ? parsed.output.functions : [];
}

const orderKey = 'presetOrder';

const orderSchema = v.object({
  v: v.literal(1),
  functions: v.array(v.tuple([v.string(), v.array(v.string())])),
});

async function readOrder(tx: StorageTransaction): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map(parseOrder(await tx.get('kv', orderKey)));
}
