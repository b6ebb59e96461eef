import type { PresetsPort } from '../features/presets/presets-port.ts';
import type { Actions, ActionTools } from './actions.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';

type PresetActionName =
  | 'save-preset'
  | 'save-preset-as'
  | 'share'
  | 'paste-command'
  | 'export-presets'
  | 'expectations'
  | 'expectation-runs'
  | 'next-preset'
  | 'previous-preset';

/** What can be done with the draft in front as a preset. The code comes with the first of them. */
export function presetActions({ services }: ActionTools): Pick<Actions, PresetActionName> {
  const { show } = services.presets.dialogs.getState().actions;
  const late = (work: (port: PresetsPort) => Promise<void>) => (): void => {
    // What was typed into a document inside the payload a moment ago belongs to it.
    void Promise.allSettled(Array.from(services.lens.pending, async (settle) => settle()))
      .then(() => presetsPort(services))
      .then(work);
  };
  return {
    'save-preset': {
      run: late(async (port) => (await import('../features/presets/draft-preset.ts')).saveDraft(port)),
    },
    'save-preset-as': { run: () => show({ name: 'save', asNew: true }) },
    share: { run: () => show({ name: 'share', presetId: null }) },
    'paste-command': { run: () => show({ name: 'paste', text: '' }) },
    'export-presets': { run: () => show({ name: 'export' }) },
    expectations: { run: late(showOfDraft('expectations')) },
    'expectation-runs': { run: late(showOfDraft('expectation-runs')) },
    'next-preset': { run: late(switchBy(1)) },
    'previous-preset': { run: late(switchBy(-1)) },
  };
}

/** Files that were dropped beside the editor: presets are added, any other JSON becomes a draft. */
export function importFiles(services: Services, files: readonly File[]): void {
  void presetsPort(services).then(async (port) => {
    const { importPresets } = await import('../features/presets/preset-files.ts');
    for (const file of files) await importPresets(port, file);
  });
}

async function presetsPort({ presets, drafts, connections }: Services): Promise<PresetsPort> {
  return { ...(await presets.stores.load()), dialogs: presets.dialogs, drafts, connections };
}

function switchBy(step: 1 | -1) {
  return async (port: PresetsPort): Promise<void> =>
    (await import('../features/presets/switch-preset.ts')).switchPreset(port, step);
}

/** A window over the preset of the draft in front. */
function showOfDraft(name: 'expectations' | 'expectation-runs') {
  return async ({ store, drafts, dialogs }: PresetsPort): Promise<void> => {
    const of = store.getState().origins.get(drafts.getState().activeId);
    if (of) dialogs.getState().actions.show({ name, of });
    else showToast({ title: 'Save the draft as a preset first', tone: 'warn' });
  };
}
