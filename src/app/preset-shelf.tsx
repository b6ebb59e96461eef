import { PresetList } from '../features/presets/preset-list.tsx';
import { useLateValue } from '../ui/late-part.ts';
import type { Services } from './compose.ts';

export interface PresetShelfProps {
  services: Services;
  filter: string;
  onOpened: () => void;
}

/** The list of presets, when the stored ones have been read. */
export function PresetShelf({ services, filter, onOpened }: PresetShelfProps) {
  const { presets, drafts, connections } = services;
  const { value: stores } = useLateValue(presets.stores);
  if (stores === null) return null;
  const port = { ...stores, dialogs: presets.dialogs, drafts, connections };
  return <PresetList port={port} filter={filter} onOpened={onOpened} />;
}
