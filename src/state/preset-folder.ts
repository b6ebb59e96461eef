import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { decodeBase64, encodeBase64 } from '../documents/base64.ts';
import { presetFiles, presetFromFiles } from '../documents/preset-folder-files.ts';
import { presetPath } from '../documents/preset-path.ts';
import type { Preset } from '../documents/preset-types.ts';
import type {
  FolderChanges,
  FolderPreset,
  FolderSaved,
  FolderVersion,
  PresetFolderState,
  PresetFolderStore,
} from './preset-folder-types.ts';

export interface PresetFolderDeps {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  changes: FolderChanges;
}

/** The preset folder of the local server, in both directions: what changes on disk shows here, and is never overwritten. */
export function createPresetFolder({ fetch, changes }: PresetFolderDeps): PresetFolderStore {
  let stop = (): void => undefined;
  let newest = 0;
  const load = async (): Promise<void> => {
    newest += 1;
    const own = newest;
    const read = await readFolder(fetch);
    if (own === newest && store.getState().phase !== 'closed') store.setState(read);
  };
  const send = (change: FileChange): Promise<FolderSaved | 'taken'> => sendChange(fetch, change);
  const store = createStore<PresetFolderState>((set, get) => ({
    ...closed,
    actions: {
      open(name) {
        if (name === get().name) return;
        stop();
        set({ ...closed, name, phase: name === null ? 'closed' : 'loading' });
        if (name === null) return;
        void load();
        stop = changes(() => void load());
      },
      load,
      async save(preset, known) {
        const saved = await savePreset(send, { preset, known, taken: get().presets });
        await load();
        return saved;
      },
      async remove(known) {
        const removed = await send({ ...known, files: null });
        await load();
        return removed === 'taken' ? refused(notWritten) : removed;
      },
    },
  }));
  return store;
}

const closed = {
  phase: 'closed',
  name: null,
  message: null,
  writable: false,
  presets: [],
  problems: [],
} as const satisfies Omit<PresetFolderState, 'actions'>;

async function readFolder(fetch: PresetFolderDeps['fetch']): Promise<Partial<PresetFolderState>> {
  try {
    const answer = await fetch('presets.json', { cache: 'no-store', credentials: 'omit' });
    if (!answer.ok) return failed(`The local server answered ${answer.status} to presets.json.`);
    return toFolder(v.parse(documentSchema, await answer.json()));
  } catch {
    return failed('The local server does not answer. What is shown here may be old.');
  }
}

/** What was read before stays on screen. */
function failed(message: string): Partial<PresetFolderState> {
  return { phase: 'failed', message };
}

const fileSchema = v.object({
  path: v.string(),
  version: v.string(),
  preset: v.string(),
  payload: v.nullable(v.string()),
});

const documentSchema = v.object({
  writable: v.boolean(),
  files: v.array(fileSchema),
  skipped: v.array(v.object({ path: v.string(), reason: v.string() })),
});

function toFolder({ writable, files, skipped }: v.InferOutput<typeof documentSchema>) {
  const presets: FolderPreset[] = [];
  const problems = skipped.map(({ path, reason }) => ({ path, message: reason }));
  for (const file of files) {
    const read = toPreset(file);
    if ('message' in read) problems.push(read);
    else presets.push(read);
  }
  return { phase: 'ready', message: null, writable, presets, problems } as const;
}

type ReadFile = FolderPreset | { path: string; message: string };

function toPreset({ path, version, preset, payload }: v.InferOutput<typeof fileSchema>): ReadFile {
  const bytes = payload === null ? null : decodeBase64(payload);
  const parsed = presetFromFiles({ document: preset, payload: bytes });
  if (!parsed.ok) return { path, message: parsed.problem.message };
  const [one] = parsed.presets;
  return one ? { path, version, preset: one } : { path, message: 'There is no preset in it.' };
}

interface FileChange {
  path: string;
  version: string | null;
  files: { preset: string; payload: string | null } | null;
}

interface SaveJob {
  preset: Preset;
  known: FolderVersion | null;
  taken: readonly FolderPreset[];
}

/** A new preset takes the first name that is free; a file that lies there unseen makes it take the next. */
async function savePreset(
  send: (change: FileChange) => Promise<FolderSaved | 'taken'>,
  { preset, known, taken }: SaveJob,
): Promise<FolderSaved> {
  const files = presetFiles(preset);
  if (files === null) return refused('The payload holds half a character, which has no bytes.');
  const content = {
    preset: files.document,
    payload: files.payload === null ? null : encodeBase64(files.payload),
  };
  const paths = new Set(taken.map(({ path }) => path));
  for (let tries = 0; tries < 20; tries += 1) {
    const path = known?.path ?? presetPath(preset, paths);
    const saved = await send({ path, version: known?.version ?? null, files: content });
    if (saved !== 'taken' && (known !== null || saved.ok || saved.reason !== 'conflict')) return saved;
    paths.add(path);
  }
  return refused(notWritten);
}

const notWritten = 'There is another file in its place.';

const answerSchema = v.variant('kind', [
  v.object({ kind: v.literal('written'), version: v.nullable(v.string()) }),
  v.object({ kind: v.literal('conflict'), file: v.nullable(fileSchema) }),
  v.object({ kind: v.literal('taken') }),
  v.object({ kind: v.picklist(['refused', 'read-only']), reason: v.string() }),
]);

async function sendChange(
  fetch: PresetFolderDeps['fetch'],
  change: FileChange,
): Promise<FolderSaved | 'taken'> {
  let value: unknown;
  try {
    const answer = await fetch('preset-folder/file', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify(change),
    });
    value = await answer.json();
  } catch {
    return refused('The local server does not answer, so nothing is known to have been written.');
  }
  const parsed = v.safeParse(answerSchema, value);
  if (!parsed.success) return refused(messageOf(value));
  return toSaved(parsed.output, change.path);
}

function toSaved(answer: v.InferOutput<typeof answerSchema>, path: string): FolderSaved | 'taken' {
  switch (answer.kind) {
    case 'written':
      return { ok: true, path, version: answer.version };
    case 'taken':
      return 'taken';
    case 'conflict': {
      const now = answer.file && toPreset(answer.file);
      return { ok: false, reason: 'conflict', now: now === null || 'message' in now ? null : now };
    }
    case 'refused':
    case 'read-only':
      return refused(answer.reason);
  }
}

function refused(message: string): FolderSaved {
  return { ok: false, reason: 'refused', message };
}

function messageOf(value: unknown): string {
  const parsed = v.safeParse(v.object({ message: v.string() }), value);
  return parsed.success ? parsed.output.message : 'The local server is of another version. Reload the page.';
}
