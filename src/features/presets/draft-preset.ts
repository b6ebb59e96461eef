import { presetDifferences } from '../../documents/preset-difference.ts';
import { presetProblem } from '../../documents/preset-document.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { originPreset } from '../../state/origin-preset.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import type { FolderVersion } from '../../state/preset-folder-types.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import type { Draft } from '../../state/types.ts';
import { showToast } from '../../ui/toast.ts';
import { letLeave } from './leaving.ts';
import { activeDraft, presetOfDraft, replacePreset } from './preset-actions.ts';
import type { PresetsPort } from './presets-port.ts';

/** Keeps the draft in front over the preset it came from; without one, it asks for a name. */
export async function saveDraft(port: PresetsPort): Promise<void> {
  const draft = activeDraft(port);
  const origin = port.store.getState().origins.get(draft?.id ?? '');
  const before = origin === undefined ? null : await originPreset(port, origin);
  if (draft === undefined || origin === undefined || before === null) {
    port.dialogs.getState().actions.show({ name: 'save', asNew: false });
    return;
  }
  const preset = presetOfDraft(port, draft, before);
  const problem = presetProblem(preset);
  if (problem) showToast({ title: 'Not saved', description: problem.message, tone: 'error' });
  else await saveOver(port, preset, { draftId: draft.id, origin });
}

export interface SavedDraft {
  draftId: string;
  origin: PresetOrigin;
}

async function saveOver(port: PresetsPort, preset: Preset, saved: SavedDraft): Promise<void> {
  const { origin, draftId } = saved;
  if ('path' in origin) {
    saveToFolder(port, preset, { known: origin, draftId });
    return;
  }
  const replaced = await replacePreset(port, preset, { revision: origin.revision, draftId });
  if (replaced.ok) return;
  if (replaced.reason === 'storage') {
    showToast({ title: 'Not saved', description: replaced.message, tone: 'error' });
  } else port.dialogs.getState().actions.show({ name: 'conflict', draftId });
}

export interface FolderTarget {
  /** The file as it was read; null for a new one. */
  known: FolderVersion | null;
  /** The draft that belongs to the file from then on. */
  draftId?: string | undefined;
}

/** Writes a preset as a file of the folder, where others will read it. */
export function saveToFolder(port: PresetsPort, preset: Preset, { known, draftId }: FolderTarget): void {
  const write = async (masked: Preset): Promise<void> => {
    const saved = await port.folder.getState().actions.save(masked, known);
    if (!saved.ok) {
      if (saved.reason === 'conflict' && draftId !== undefined) {
        port.dialogs.getState().actions.show({ name: 'conflict', draftId, file: saved.now });
      } else {
        const description = saved.reason === 'refused' ? saved.message : 'The file was changed meanwhile.';
        showToast({ title: 'Not saved', description, tone: 'error' });
      }
      return;
    }
    if (draftId !== undefined && saved.version !== null) {
      const origin = { path: saved.path, version: saved.version };
      await port.store.getState().actions.setOrigin(draftId, origin);
    }
    showToast({ title: `Preset “${preset.name}” saved`, description: saved.path, tone: 'success' });
  };
  letLeave(port, {
    presets: [preset],
    verb: 'Save',
    readers: 'Whoever has the folder can read it. Nothing has been written yet.',
    go: ([leaving]) => void (leaving && write(leaving)),
  });
}

/** Gives a draft all that its preset says; what was typed comes back by undo. */
export function revertDraft(port: PresetsPort, draft: Draft, preset: Preset): void {
  const before = presetOfDraft(port, draft, preset);
  applyPreset(port, draft.id, preset);
  showToast({
    title: `The draft is as “${preset.name}” again`,
    action: { label: 'Undo', onSelect: () => applyPreset(port, draft.id, before) },
  });
}

/** Puts what a preset says into a draft that is open. Where it goes stays as it is. */
export function applyPreset({ drafts }: PresetsPort, draftId: string, preset: Preset): void {
  const { actions } = drafts.getState();
  const { payload, clientContext = '', ...fields } = draftFromPreset(preset);
  actions.update(draftId, fields);
  if (payload) actions.loadPayloadBytes(draftId, payload.bytes);
  actions.replaceClientContext(draftId, clientContext);
}

/** Whether a draft asks for anything else than its preset. */
export function isChanged(port: PresetsPort, draft: Draft, preset: Preset): boolean {
  return presetDifferences(preset, presetOfDraft(port, draft, preset)).length > 0;
}
