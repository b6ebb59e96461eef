import { useSyncExternalStore } from 'react';
import { openPreset } from '../features/presets/preset-actions.ts';
import { visibleText } from '../features/presets/visible-text.ts';
import type { PresetChoice } from '../features/samples/sample-choice.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import { payloadFromPreset } from '../documents/payload.ts';
import type { Preset } from '../documents/preset-types.ts';
import { draftFromPreset } from '../state/preset-draft.ts';
import type { FolderPreset } from '../state/preset-folder-types.ts';
import type { PresetSummary } from '../state/preset-types.ts';
import { useLateValue } from '../ui/late-part.ts';
import type { Services } from './compose.ts';
import type { PresetStores } from './presets.ts';

/** The person's presets, of this device and of the folder, as something to choose from; none while they are read. */
export function usePresetChoices(services: Services): PresetChoice[] {
  const { value: stores } = useLateValue(services.presets.stores);
  const summaries = useSyncExternalStore(
    stores?.store.subscribe ?? unchanging,
    () => stores?.store.getState().summaries ?? noSummaries,
  );
  const files = useSyncExternalStore(
    stores?.folder.subscribe ?? unchanging,
    () => stores?.folder.getState().presets ?? noFiles,
  );
  if (stores === null) return [];
  return [
    ...summaries.map((summary) => storedChoice(services, stores, summary)),
    ...files.map((file) => folderChoice(services, stores, file)),
  ];
}

function storedChoice(services: Services, stores: PresetStores, summary: PresetSummary): PresetChoice {
  const { id, revision, name, functionName, tags } = summary;
  const { drafts, connections, presets } = services;
  const port = { ...stores, dialogs: presets.dialogs, drafts, connections };
  return {
    id: `${id} ${revision}`,
    name: visibleText(name),
    functionName,
    tags,
    payload: async () => payloadOf(await stores.store.getState().actions.get(id)),
    open: () => void openPreset(port, summary),
  };
}

function folderChoice(services: Services, stores: PresetStores, file: FolderPreset): PresetChoice {
  const { path, version, preset } = file;
  return {
    id: `${path} ${version}`,
    name: visibleText(preset.name),
    functionName: preset.request.functionName,
    tags: preset.tags,
    payload: async () => payloadOf(preset),
    open() {
      const draftId = services.drafts.getState().actions.open(draftFromPreset(preset));
      void stores.store.getState().actions.setOrigin(draftId, { path, version });
    },
  };
}

function payloadOf(preset: Preset | null): PayloadDocument | null {
  const payload = preset && payloadFromPreset(preset.request);
  return payload?.ok ? payload.document : null;
}

const unchanging = () => () => undefined;
const noSummaries: readonly PresetSummary[] = [];
const noFiles: readonly FolderPreset[] = [];
