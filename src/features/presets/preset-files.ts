import { maxPresetFileBytes, parsePresetBytes, presetDocumentText } from '../../documents/preset-document.ts';
import { payloadFromBytes } from '../../documents/payload.ts';
import type { ParsedPresets, Preset } from '../../documents/preset-types.ts';
import { parseTestEvents, testEventsName, testEventsText } from '../../documents/test-events.ts';
import { showToast } from '../../ui/toast.ts';
import { fileName } from './file-name.ts';
import { letLeave } from './leaving.ts';
import type { PresetsPort } from './presets-port.ts';

/**
 * Adds the presets of a file, all or none, and says what came of it. Nothing that is stored is replaced. Any other
 * JSON is an event: it becomes the payload of a new draft.
 */
export async function importPresets({ store, drafts }: PresetsPort, file: File): Promise<void> {
  // One byte more than is read is enough to refuse it; a huge file is never taken into memory.
  const bytes = new Uint8Array(await file.slice(0, maxPresetFileBytes + 1).arrayBuffer());
  const parsed = parseFile(bytes, file.name);
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

/** A document of presets, or of AWS's shareable test events. */
function parseFile(bytes: Uint8Array, name: string): ParsedPresets {
  const parsed = parsePresetBytes(bytes);
  if (parsed.ok || parsed.problem.code !== 'other-json') return parsed;
  return parseTestEvents(new TextDecoder().decode(bytes), name) ?? parsed;
}

/** undefined when nothing was left out. */
export function droppedWords(dropped: readonly string[]): string | undefined {
  if (dropped.length === 0) return undefined;
  const names = dropped.slice(0, 5).join(', ');
  const more = dropped.length > 5 ? ` and ${dropped.length - 5} more` : '';
  return `Left out, because presets carry no credentials and switch no protection: ${names}${more}.`;
}

export type FileFormat = 'presets' | 'test-events';

/** Saves presets as a file, unless they hold what looks like a secret: that is asked first. */
export function exportPresets(
  port: PresetsPort,
  presets: readonly Preset[],
  format: FileFormat = 'presets',
): void {
  letLeave(port, {
    presets,
    verb: 'Export',
    readers: 'Whoever has the file can read it. Nothing has been exported yet.',
    go: format === 'presets' ? savePresets : saveTestEvents,
  });
}

export function savePresets(presets: readonly Preset[]): void {
  const name = presets.length === 1 ? fileName(presets[0]?.name ?? '') : 'presets';
  saveFile(`${name}.json`, presetDocumentText(presets, 'file'));
}

/** The presets of one function. */
function saveTestEvents(presets: readonly Preset[]): void {
  const { text, leftOut } = testEventsText(presets);
  if (leftOut.length < presets.length) {
    saveFile(`${testEventsName(presets[0]?.request.functionName ?? '')}.json`, text);
  }
  if (leftOut.length === 0) return;
  showToast({
    title: leftOut.length === 1 ? '1 preset was left out' : `${leftOut.length} presets were left out`,
    description: `A test event is JSON of at most 6,144,000 bytes and no DryRun: ${leftOut.slice(0, 5).join(', ')}.`,
    tone: 'warn',
  });
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
