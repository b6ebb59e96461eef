import * as v from 'valibot';
import { invocationTypes } from '../documents/request-options.ts';
import { payloadFromPreset } from '../documents/payload.ts';
import { presetValue, readStoredPreset } from '../documents/preset-document.ts';
import type { Preset } from '../documents/preset-types.ts';
import type { PresetOrigin, PresetSummary } from './preset-types.ts';
import type { StorageTransaction } from './storage-types.ts';

/** Writes both records of a preset. */
export async function putPreset(
  tx: StorageTransaction,
  preset: Preset,
  revision: number,
): Promise<PresetSummary> {
  const summary = summaryOf(preset, revision);
  await Promise.all([
    tx.put('presets', preset.id, summary),
    tx.put('presetBodies', preset.id, { v: 1, preset: presetValue(preset) }),
  ]);
  return summary;
}

export async function getPreset(tx: StorageTransaction, id: string): Promise<Preset | null> {
  return fromBody(await tx.get('presetBodies', id));
}

export async function listPresets(tx: StorageTransaction): Promise<Preset[]> {
  const entries = await tx.list('presetBodies');
  return entries.flatMap(({ value }) => fromBody(value) ?? []);
}

/** A damaged one is left out and stays where it is. */
export async function listSummaries(tx: StorageTransaction): Promise<PresetSummary[]> {
  const entries = await tx.list('presets');
  const summaries = entries.flatMap(({ value }) => readSummary(value) ?? []);
  return summaries.sort(
    (a, b) => compare(a.functionName, b.functionName) || compare(a.name, b.name) || compare(a.id, b.id),
  );
}

export async function getSummary(tx: StorageTransaction, id: string): Promise<PresetSummary | null> {
  return readSummary(await tx.get('presets', id));
}

export async function getOrigins(tx: StorageTransaction): Promise<ReadonlyMap<string, PresetOrigin>> {
  const parsed = v.safeParse(originsSchema, await tx.get('kv', originsKey));
  return new Map(parsed.success ? parsed.output.origins : []);
}

/** The newest last; those of drafts long gone fall out at the other end. */
export async function putOrigins(
  tx: StorageTransaction,
  origins: ReadonlyMap<string, PresetOrigin>,
): Promise<void> {
  await tx.put('kv', originsKey, { v: 1, origins: [...origins].slice(-originsKept) });
}

const originsKey = 'presetOrigins';
const originsKept = 200;

export const originSchema = v.union([
  v.object({ presetId: v.string(), revision: v.number() }),
  v.object({ path: v.string(), version: v.string() }),
]);

const originsSchema = v.object({
  v: v.literal(1),
  origins: v.array(v.tuple([v.string(), originSchema])),
});

const summarySchema = v.object({
  v: v.literal(1),
  id: v.string(),
  revision: v.number(),
  name: v.string(),
  tags: v.array(v.string()),
  functionName: v.string(),
  qualifier: v.string(),
  invocationType: v.picklist(invocationTypes),
  payloadBytes: v.number(),
});

const bodySchema = v.object({ v: v.literal(1), preset: v.unknown() });

/** null when it is of another version, or damaged. */
export function readSummary(value: unknown): PresetSummary | null {
  const parsed = v.safeParse(summarySchema, value);
  return parsed.success ? parsed.output : null;
}

/** null when it is of another version, or damaged. */
export function fromBody(value: unknown): Preset | null {
  const parsed = v.safeParse(bodySchema, value);
  return parsed.success ? readStoredPreset(parsed.output.preset) : null;
}

function summaryOf({ id, name, tags, request }: Preset, revision: number): PresetSummary {
  const { functionName, qualifier, invocationType } = request;
  const payload = payloadFromPreset(request);
  const payloadBytes = payload.ok ? payload.document.bytes.byteLength : 0;
  return { v: 1, id, revision, name, tags, functionName, qualifier, invocationType, payloadBytes };
}

/** By code units: the same everywhere, and fast for ten thousand. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
