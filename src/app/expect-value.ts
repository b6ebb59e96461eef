import { originPreset } from '../state/origin-preset.ts';
import type { Run } from '../state/types.ts';
import type { Services } from './compose.ts';

/** Expects a value of a run's response: of its preset, or of the one that its draft is saved as. Rejects where neither can be read. */
export async function expectValue(
  { presets }: Services,
  { draftId }: Pick<Run, 'draftId'>,
  [path, value]: readonly [path: string, value: string],
): Promise<void> {
  const add = { kind: 'json-equals', path, value } as const;
  const stores = await presets.stores.load();
  const of = stores.store.getState().origins.get(draftId);
  const preset = of ? await originPreset(stores, of) : null;
  const { show } = presets.dialogs.getState().actions;
  show(of && preset ? { name: 'expectations', of, add } : { name: 'save', asNew: false, add });
}
