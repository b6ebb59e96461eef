import type { Preset } from '../../documents/preset-types.ts';
import { activeConnection } from '../../state/connection-types.ts';
import { draftTitle } from '../../state/draft-title.ts';
import { draftFromPreset, presetFromDraft } from '../../state/preset-draft.ts';
import type { PresetSummary, ReplacedPreset } from '../../state/preset-types.ts';
import type { Draft } from '../../state/types.ts';
import { showToast } from '../../ui/toast.ts';
import { exportPresets } from './preset-files.ts';
import type { PresetsPort } from './presets-port.ts';

export function activeDraft({ drafts }: PresetsPort): Draft | undefined {
  const { drafts: all, activeId } = drafts.getState();
  return all.find(({ id }) => id === activeId);
}

/** What the draft in front holds, as a preset that is not kept yet. */
export function presetOfDraft(port: PresetsPort, draft: Draft, before: Preset | null = null): Preset {
  const connection = activeConnection(port.connections.getState());
  const name = (before?.name ?? draftTitle(draft)).slice(0, 200);
  return presetFromDraft(draft, { id: before?.id ?? crypto.randomUUID(), name, connection, before });
}

/** Opens a stored preset as a draft beside the others; nothing is sent. False when it can't be read. */
export async function openPreset(port: PresetsPort, { id, revision }: PresetSummary): Promise<boolean> {
  const { actions } = port.store.getState();
  const preset = await actions.get(id);
  if (preset === null) {
    showToast({ title: 'This preset can’t be read any more', tone: 'warn' });
    return false;
  }
  const draftId = port.drafts.getState().actions.open(draftFromPreset(preset));
  await actions.setOrigin(draftId, { presetId: id, revision });
  return true;
}

/** Keeps a preset as a new one; the message when it could not be kept. */
export async function addPreset(port: PresetsPort, preset: Preset, draftId?: string): Promise<string | null> {
  const { actions } = port.store.getState();
  const added = await actions.add([preset]);
  if (!added.ok) return added.error.message;
  const [summary] = added.value;
  if (draftId !== undefined && summary) {
    await actions.setOrigin(draftId, { presetId: summary.id, revision: summary.revision });
  }
  showToast({ title: `Preset “${preset.name}” saved`, tone: 'success' });
  return null;
}

/** Keeps a draft over its preset, if that is still as the draft knew it. */
export async function replacePreset(
  port: PresetsPort,
  preset: Preset,
  known: { revision: number; draftId?: string },
): Promise<ReplacedPreset> {
  const { actions } = port.store.getState();
  const replaced = await actions.replace(preset, known.revision);
  if (replaced.ok) {
    if (known.draftId !== undefined) {
      await actions.setOrigin(known.draftId, { presetId: preset.id, revision: replaced.summary.revision });
    }
    showToast({ title: `Preset “${preset.name}” saved`, tone: 'success' });
  }
  return replaced;
}

/** Moves a preset among those of its function. */
export async function movePreset({ store }: PresetsPort, id: string, step: 1 | -1): Promise<void> {
  const { summaries, actions } = store.getState();
  const moved = summaries.find((one) => one.id === id);
  const group = summaries.filter(({ functionName }) => functionName === moved?.functionName);
  const index = group.findIndex((one) => one.id === id) + step;
  if (index >= 0 && index < group.length) await actions.move(id, index);
}

/** Puts a preset in the place of another of the same function. */
export async function movePresetTo({ store }: PresetsPort, id: string, overId: string): Promise<void> {
  const { summaries, actions } = store.getState();
  const [moved, over] = [id, overId].map((wanted) => summaries.find((one) => one.id === wanted));
  if (moved === undefined || moved.functionName !== over?.functionName) return;
  const group = summaries.filter(({ functionName }) => functionName === over.functionName);
  await actions.move(id, group.indexOf(over));
}

export async function duplicatePreset(port: PresetsPort, id: string): Promise<void> {
  const preset = await port.store.getState().actions.get(id);
  if (preset) await addPreset(port, { ...preset, id: '', name: `${preset.name.slice(0, 190)} (copy)` });
}

export async function deletePreset({ store }: PresetsPort, id: string): Promise<void> {
  const { actions } = store.getState();
  const removed = await actions.remove(id);
  if (removed === null) return;
  showToast({
    title: `Preset “${removed.name}” deleted`,
    action: { label: 'Undo', onSelect: () => void actions.add([removed]) },
  });
}

export async function exportStored(port: PresetsPort, id: string | null): Promise<void> {
  const { actions } = port.store.getState();
  const one = id === null ? null : await actions.get(id);
  const presets = id === null ? await actions.all() : one ? [one] : [];
  if (presets.length > 0) exportPresets(port, presets);
}
