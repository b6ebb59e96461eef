import { useMemo } from 'react';
import { PresetLine } from '../features/presets/preset-line.tsx';
import type { Draft } from '../state/types.ts';
import { useLateValue } from '../ui/late-part.ts';
import type { Services } from './compose.ts';

/** Over the request: the preset that the draft came from. It appears when the stored presets have been read. */
export function PresetLineHost({ services, draft }: { services: Services; draft: Draft }) {
  const { presets, drafts, connections } = services;
  const { value: stores } = useLateValue(presets.stores);
  const port = useMemo(
    () => stores && { ...stores, dialogs: presets.dialogs, drafts, connections },
    [stores, presets, drafts, connections],
  );
  return port && <PresetLine key={draft.id} port={port} draft={draft} />;
}
