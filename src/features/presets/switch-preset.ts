import { isSameOrigin, originPreset } from '../../state/origin-preset.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import type { Draft } from '../../state/types.ts';
import { showToast } from '../../ui/toast.ts';
import { applyPreset, isChanged } from './draft-preset.ts';
import { activeDraft } from './preset-actions.ts';
import type { PresetsPort } from './presets-port.ts';

/** The presets of one function, those of this device first, in the order of the lists. */
export function presetsOfFunction(
  { store, folder }: Pick<PresetsPort, 'store' | 'folder'>,
  functionName: string,
): PresetOrigin[] {
  return [
    ...store
      .getState()
      .summaries.filter((one) => one.functionName === functionName)
      .map(({ id, revision }) => ({ presetId: id, revision })),
    ...folder
      .getState()
      .presets.filter(({ preset }) => preset.request.functionName === functionName)
      .map(({ path, version }) => ({ path, version })),
  ];
}

/**
 * Goes from the preset of the draft in front to the next of the same function. A draft with changes of its own, or
 * one that is no preset's, stays as it is: the preset then opens beside it.
 */
export function switchPreset(port: PresetsPort, step: 1 | -1): Promise<void> {
  last = last.then(() => switchOnce(port, step)).catch(() => undefined);
  return last;
}

/** A key that is pressed twice goes two steps: the second waits until the first has been taken. */
let last = Promise.resolve();

async function switchOnce(port: PresetsPort, step: 1 | -1): Promise<void> {
  const draft = activeDraft(port);
  if (draft === undefined) return;
  const { origins } = port.store.getState();
  const origin = origins.get(draft.id);
  const current = origin === undefined ? null : await originPreset(port, origin);
  const functionName = current?.request.functionName ?? draft.functionName;
  const next = neighbour(presetsOfFunction(port, functionName), origin, step);
  if (next === undefined) {
    showToast({ title: `There is no preset of ${functionName === '' ? 'no function' : functionName}` });
    return;
  }
  if (isSameOrigin(next, origin)) return;
  const keeps = current === null ? hasContent(draft) : isChanged(port, draft, current);
  await showPreset(port, next, keeps ? null : draft.id);
}

/** The next one, round and round; from nowhere the first, or the last. */
function neighbour(
  presets: readonly PresetOrigin[],
  origin: PresetOrigin | undefined,
  step: 1 | -1,
): PresetOrigin | undefined {
  const index = presets.findIndex((one) => isSameOrigin(one, origin));
  const first = step === 1 ? 0 : presets.length - 1;
  return presets[index < 0 ? first : (index + step + presets.length) % presets.length];
}

/** In the draft that shows it already, else in the given one, else in a new one. */
async function showPreset(port: PresetsPort, origin: PresetOrigin, draftId: string | null): Promise<void> {
  const { drafts, actions } = port.drafts.getState();
  const { origins } = port.store.getState();
  const shown = drafts.find(({ id }) => isSameOrigin(origin, origins.get(id)));
  if (shown) {
    actions.activate(shown.id);
    return;
  }
  const preset = await originPreset(port, origin);
  if (preset === null) return;
  if (draftId !== null) applyPreset(port, draftId, preset);
  const target = draftId ?? actions.open(draftFromPreset(preset));
  await port.store.getState().actions.setOrigin(target, origin);
}

function hasContent({ payload, clientContext }: Draft): boolean {
  return payload.bytes.byteLength > 0 || clientContext !== '';
}
