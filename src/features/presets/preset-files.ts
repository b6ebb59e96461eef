import { maxPresetFileBytes, parsePresetBytes, presetDocumentText } from '../../documents/preset-document.ts';
import { payloadFromBytes } from '../../documents/payload.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { showToast } from '../../ui/toast.ts';
import { letLeave } from './leaving.ts';
import type { PresetsPort } from './presets-port.ts';

/**
 * Adds the presets of a file, all or none, and says what came of it. Nothing that is stored is replaced. Any other
 * JSON is an event: it becomes the payload of a new draft.
 */
export async function importPresets({ store, drafts }: PresetsPort, file: File): Promise<void> {
  // One byte more than is read is enough to refuse it; a huge file is never taken into memory.
  const bytes = new Uint8Array(await file.slice(0, maxPresetFileBytes + 1).arrayBuffer());
  const parsed = parsePresetBytes(bytes);
  if (!parsed.ok && parsed.problem.code === 'other-json') {
    drafts.getState().actions.open({ title: file.name, payload: payloadFromBytes(bytes) });
    showToast({ title: `${file.name} is the payload of a new draft` });
    return;
  }
  if (!parsed.ok) {
    showToast({
      title: `Nothing was imported from ${file.name}`,
      description: parsed.problem.message,
      tone: 'error',
    });
    return;
  }
  const added = await store.getState().actions.add(parsed.presets);
  if (!added.ok) {
    showToast({ title: 'Nothing was imported', description: added.error.message, tone: 'error' });
    return;
  }
  const count = parsed.presets.length;
  showToast({
    title: count === 1 ? '1 preset imported' : `${count} presets imported`,
    description: droppedWords(parsed.dropped),
  });
}

/** undefined when nothing was left out. */
export function droppedWords(dropped: readonly string[]): string | undefined {
  if (dropped.length === 0) return undefined;
  const names = dropped.slice(0, 5).join(', ');
  const more = dropped.length > 5 ? ` and ${dropped.length - 5} more` : '';
  return `Left out, because presets carry no credentials and switch no protection: ${names}${more}.`;
}

/** Saves presets as a file, unless they hold what looks like a secret: that is asked first. */
export function exportPresets(port: PresetsPort, presets: readonly Preset[]): void {
  letLeave(port, {
    presets,
    verb: 'Export',
    readers: 'Whoever has the file can read it. Nothing has been exported yet.',
    go: savePresets,
  });
}

export function savePresets(presets: readonly Preset[]): void {
  const url = URL.createObjectURL(
    new Blob([presetDocumentText(presets, 'file')], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = presets.length === 1 ? `${fileName(presets[0]?.name ?? '')}.json` : 'presets.json';
  link.click();
  URL.revokeObjectURL(url);
}

/** Letters, digits and what is harmless everywhere; no name disguises its ending. */
function fileName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 80) || 'preset'
  );
}
