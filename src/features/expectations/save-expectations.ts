import type { Expectation } from '../../documents/expectations/expectation-types.ts';
import { presetProblem } from '../../documents/preset-document.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { isSameOrigin, originPreset } from '../../state/origin-preset.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import type { ExpectationsPort } from './expectations-port.ts';

/** A preset with the state of it that a change is made upon. */
export interface KnownPreset {
  preset: Preset;
  origin: PresetOrigin;
}

/** The preset as it is now; null when it is gone. */
export async function readKnown(port: ExpectationsPort, origin: PresetOrigin): Promise<KnownPreset | null> {
  const preset = await originPreset(port, origin);
  if (preset === null) return null;
  if ('path' in origin) {
    const file = port.folder.getState().presets.find(({ path }) => path === origin.path);
    return file ? { preset: file.preset, origin: { path: file.path, version: file.version } } : null;
  }
  const summary = port.store.getState().summaries.find(({ id }) => id === origin.presetId);
  return summary ? { preset, origin: { presetId: summary.id, revision: summary.revision } } : null;
}

/**
 * Keeps the expectations of a preset and nothing else of it; the message when they were not kept. Drafts that knew
 * the preset as it was know it as it is now, so that saving them later is no conflict.
 */
export async function saveExpectations(
  port: ExpectationsPort,
  known: KnownPreset,
  expectations: readonly Expectation[],
): Promise<string | null> {
  const preset = { ...known.preset, expectations };
  const problem = presetProblem(preset);
  if (problem) return problem.message;
  if ('path' in known.origin) {
    port.saveFile(preset, known.origin);
    return null;
  }
  const { revision } = known.origin;
  const { actions } = port.store.getState();
  const replaced = await actions.replace(preset, revision);
  if (!replaced.ok) {
    return replaced.reason === 'storage'
      ? replaced.message
      : 'The preset was changed or deleted meanwhile. Close this and open it again.';
  }
  const next = { presetId: preset.id, revision: replaced.summary.revision };
  for (const [draftId, origin] of port.store.getState().origins) {
    const isKnown = isSameOrigin(next, origin) && 'revision' in origin && origin.revision === revision;
    if (isKnown) await actions.setOrigin(draftId, next);
  }
  return null;
}
