import { backupLimits, fromPlain, packLines, toPlain, unpackLines } from '../documents/backup-lines.ts';
import { isDeeperThan, isJsonObject, withoutForbiddenKeys } from '../documents/foreign-json.ts';
import { presetValue, readStoredPreset } from '../documents/preset-document.ts';
import * as v from 'valibot';
import type { Backup, DraftOrigin, StoredRun } from './backup-types.ts';
import { parseEnvironment } from './environments.ts';
import { maskRequest } from './masked-request.ts';
import { parseOrder } from './preset-order.ts';
import { parseSettings } from './settings-store.ts';
import { parseConnection } from './stored-connections.ts';
import { draftFromStored, storedDraft } from './stored-draft.ts';
import { parseFavourite } from './stored-favourite.ts';
import { originSchema } from './stored-preset.ts';
import { parseBody, parseSummary } from './stored-run.ts';

const format = 'invoke-console/backup';
const version = 1;
const deepest = 64;

/** One gzip file of lines: what it is, then a record a line, then how many there are. */
export async function packBackup(backup: Backup): Promise<PackedBackup> {
  const left = { out: 0 };
  const file = await packLines(linesOf(backup, left));
  return { file, leftOut: left.out };
}

export interface PackedBackup {
  file: Blob;
  /** The oldest runs, for which a backup has no room. */
  leftOut: number;
}

/** A little less than what is read again. */
const mostCharacters = backupLimits.textBytes - 1_000_000;

function* linesOf(backup: Backup, left: { out: number }): Iterable<string> {
  let count = 0;
  let length = 0;
  const line = (kind: string, value: unknown): string => {
    const text = JSON.stringify({ kind, value: toPlain(value) });
    count += 1;
    length += text.length;
    return text;
  };
  yield JSON.stringify({ format, version });
  if (backup.settings) yield line('settings', parseSettings(backup.settings));
  for (const one of backup.environments) yield line('environment', parseEnvironment(one));
  for (const one of backup.connections) yield line('connection', parseConnection(one));
  for (const one of backup.presets) yield line('preset', presetValue(one));
  if (backup.presetOrder.length > 0) yield line('presetOrder', { v: 1, functions: backup.presetOrder });
  for (const one of backup.drafts) yield line('draft', storedDraft(one));
  for (const one of backup.origins) yield line('origin', v.parse(draftOriginSchema, one));
  for (const one of backup.favourites) yield line('favourite', parseFavourite(one));
  for (const one of backup.runs) {
    if (length > mostCharacters) left.out += 1;
    else yield line('run', masked(one));
  }
  yield JSON.stringify({ kind: 'end', count });
}

export type ReadBackup = { ok: true; backup: Backup; unread: number } | { ok: false; message: string };

/** A backup from a file of unknown origin: whole, but for single records that make no sense, which are counted. */
export async function readBackup(file: Blob): Promise<ReadBackup> {
  const unpacked = await unpackLines(file);
  if (!unpacked.ok) return unpacked;
  const [head = '', ...lines] = unpacked.lines;
  const refusal = headRefusal(parsed(head));
  if (refusal !== null) return { ok: false, message: refusal };
  const end = parsed(lines.pop() ?? '');
  if (!isJsonObject(end) || end['kind'] !== 'end' || end['count'] !== lines.length) {
    return {
      ok: false,
      message: 'The file is cut off: its last line is missing. Nothing was taken from it.',
    };
  }
  return collect(lines);
}

function headRefusal(head: unknown): string | null {
  if (!isJsonObject(head) || head['format'] !== format) return 'This is no backup of Invoke Console.';
  if (head['version'] === version) return null;
  return `A newer Invoke Console made this backup (version ${String(head['version'])}); this one reads version ${version}.`;
}

interface Collected {
  presets: Backup['presets'][number][];
  runs: StoredRun[];
  favourites: Backup['favourites'][number][];
  drafts: Backup['drafts'][number][];
  connections: Backup['connections'][number][];
  settings: Backup['settings'];
  environments: Backup['environments'][number][];
  presetOrder: Backup['presetOrder'];
  origins: DraftOrigin[];
}

async function collect(lines: readonly string[]): Promise<ReadBackup> {
  const backup: Collected = {
    presets: [],
    runs: [],
    favourites: [],
    drafts: [],
    connections: [],
    settings: null,
    environments: [],
    presetOrder: [],
    origins: [],
  };
  let unread = 0;
  let freeAt = performance.now() + mostAtOnceMs;
  for (const text of lines) {
    if (!take(backup, parsed(text))) unread += 1;
    if (performance.now() > freeAt) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      freeAt = performance.now() + mostAtOnceMs;
    }
  }
  return { ok: true, backup, unread };
}

/** The page stays alive while tens of thousands of records are looked at. */
const mostAtOnceMs = 20;

function take(backup: Collected, line: unknown): boolean {
  if (!isJsonObject(line)) return false;
  const taker = typeof line['kind'] === 'string' ? takers.get(line['kind']) : undefined;
  return taker?.(backup, line['value']) ?? false;
}

function into<Item>(list: Item[], item: Item | null): boolean {
  if (item !== null) list.push(item);
  return item !== null;
}

const takers: ReadonlyMap<string, (backup: Collected, value: unknown) => boolean> = new Map([
  ['preset', (backup: Collected, value: unknown) => into(backup.presets, readStoredPreset(value))],
  ['run', (backup: Collected, value: unknown) => into(backup.runs, toRun(fromPlain(value)))],
  ['favourite', (backup: Collected, value: unknown) => into(backup.favourites, parseFavourite(value))],
  ['draft', (backup: Collected, value: unknown) => into(backup.drafts, toDraft(fromPlain(value)))],
  ['origin', (backup: Collected, value: unknown) => into(backup.origins, toOrigin(value))],
  [
    'presetOrder',
    (backup: Collected, value: unknown) => {
      backup.presetOrder = parseOrder(value);
      return true;
    },
  ],
  ['environment', (backup: Collected, value: unknown) => into(backup.environments, parseEnvironment(value))],
  ['connection', (backup: Collected, value: unknown) => into(backup.connections, toConnection(value))],
  [
    'settings',
    (backup: Collected, value: unknown) => {
      backup.settings = parseSettings(withoutForbiddenKeys(value, []));
      return true;
    },
  ],
]);

/** One that was under way is not under way here, and nobody knows what became of it. Signatures are masked anew. */
function toRun(value: unknown): StoredRun | null {
  if (!isJsonObject(value)) return null;
  const summary = parseSummary(value['summary']);
  const body = parseBody(value['body']);
  if (!summary || !body || summary.id !== body.id) return null;
  const isOver = summary.state !== 'sending';
  return masked({
    summary: isOver ? summary : { ...summary, state: 'interrupted', outcome: 'unknown' },
    body,
  });
}

/** Records are masked when they are written; one of another writer may not be. */
function masked({ summary, body }: StoredRun): StoredRun {
  if (!body.prepared) return { summary, body };
  const { body: _none, ...prepared } = maskRequest({ ...body.prepared, body: new Uint8Array(0) });
  return { summary, body: { ...body, prepared } };
}

function toDraft(value: unknown): Backup['drafts'][number] | null {
  return isJsonObject(value) ? draftFromStored(value['fields'], value['payload']) : null;
}

const draftOriginSchema = v.object({ draftId: v.string(), origin: originSchema, isNewest: v.boolean() });

function toOrigin(value: unknown): DraftOrigin | null {
  const read = v.safeParse(draftOriginSchema, value);
  return read.success ? read.output : null;
}

/** Protections come along where they are on; nothing else that would make a connection more trusted does. */
function toConnection(value: unknown): Backup['connections'][number] | null {
  if (!isJsonObject(value)) return null;
  const clean = withoutForbiddenKeys(value, []);
  const on = ['production', 'readOnly'].filter((flag) => value[flag] === true).map((flag) => [flag, true]);
  return parseConnection({ ...(isJsonObject(clean) ? clean : {}), ...Object.fromEntries(on) });
}

function parsed(text: string): unknown {
  try {
    return isDeeperThan(text, deepest) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
