import { presetValue } from '../documents/preset-document.ts';
import type { Preset } from '../documents/preset-types.ts';
import { withoutSecrets, type Environment } from './environments.ts';
import type { PresetOrigin } from './preset-types.ts';

/** Those that are not here, the ids that all of them have here or will have, and the names of those that differ. */
export function newPresets(here: readonly Preset[], coming: readonly Preset[], randomUUID: () => string) {
  const known = new Map(here.map((one) => [contentOf(one), one.id]));
  const taken = new Set(here.map(({ id }) => id));
  const idOf = new Map<string, string>();
  const presets: Preset[] = [];
  const conflicts: string[] = [];
  for (const preset of coming) {
    const knownId = known.get(contentOf(preset));
    if (knownId === undefined) {
      const isTaken = taken.has(preset.id);
      if (isTaken) conflicts.push(preset.name);
      const id = isTaken ? randomUUID() : preset.id;
      taken.add(id);
      idOf.set(preset.id, id);
      presets.push({ ...preset, id });
    } else idOf.set(preset.id, knownId);
  }
  return { presets, idOf, conflicts };
}

export function withId(origin: PresetOrigin, idOf: ReadonlyMap<string, string>): PresetOrigin {
  return 'presetId' in origin
    ? { ...origin, presetId: idOf.get(origin.presetId) ?? origin.presetId }
    : origin;
}

function contentOf(preset: Preset): string {
  const { id: _id, ...content } = presetValue(preset);
  return JSON.stringify(content);
}

/** One of a known id that differs comes beside it, as a preset does. */
export function newEnvironments(
  here: readonly Environment[],
  coming: readonly Environment[],
  randomUUID: () => string,
): Environment[] {
  const texts = new Set(here.map(textOf));
  return coming
    .filter((one) => !texts.has(textOf(one)))
    .map((one) => (here.some(({ id }) => id === one.id) ? { ...one, id: randomUUID() } : one));
}

/** What it holds; it may have come under another id before. */
function textOf(environment: Environment): string {
  const { name, values } = withoutSecrets(environment);
  return JSON.stringify([name, values.map((one) => [one.name, one.value, one.isSecret])]);
}
