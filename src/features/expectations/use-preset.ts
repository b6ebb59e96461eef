import { useEffect, useState } from 'react';
import type { Preset } from '../../documents/preset-types.ts';
import { originPreset } from '../../state/origin-preset.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { useStore } from '../../ui/use-store.ts';
import type { ExpectationsPort } from './expectations-port.ts';

/** The preset as it is now: it follows what is saved here, in other tabs and in the folder. */
export function usePreset(port: ExpectationsPort, origin: PresetOrigin): Preset | null {
  const summaries = useStore(port.store, (state) => state.summaries);
  const files = useStore(port.folder, (state) => state.presets);
  const [found, setFound] = useState<Preset | null>(null);
  useEffect(() => {
    let wanted = true;
    void originPreset(port, origin).then((preset) => wanted && setFound(preset));
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Both lists tell that the preset may have changed.
  }, [port, origin, summaries, files]);
  return found;
}
