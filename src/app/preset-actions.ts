import type { Actions, ActionTools } from './actions.ts';

type PresetActionName = 'save-preset' | 'save-preset-as' | 'share';

/** What can be done with the draft in front as a preset; each opens a window. */
export function presetActions({ services }: ActionTools): Pick<Actions, PresetActionName> {
  const { show } = services.presets.dialogs.getState().actions;
  return {
    'save-preset': { run: () => show({ name: 'save', asNew: false }) },
    'save-preset-as': { run: () => show({ name: 'save', asNew: true }) },
    share: { run: () => show({ name: 'share', presetId: null }) },
  };
}
