import { lazy, Suspense, use } from 'react';
import type { Services } from './compose.ts';

export interface PresetShelfProps {
  services: Services;
  filter: string;
  onOpened: () => void;
}

/** The list of presets; its code and the stored presets come after the page can be used. */
export function PresetShelf(props: PresetShelfProps) {
  return (
    <Suspense fallback={null}>
      <LoadedShelf {...props} />
    </Suspense>
  );
}

function LoadedShelf({ services, filter, onOpened }: PresetShelfProps) {
  const { presets, drafts, connections } = services;
  const port = { ...use(presets.stores()), dialogs: presets.dialogs, drafts, connections };
  return <PresetList port={port} filter={filter} onOpened={onOpened} />;
}

const PresetList = lazy(async () => ({
  default: (await import('../features/presets/preset-list.tsx')).PresetList,
}));
