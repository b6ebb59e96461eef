import { isSameOrigin, originPreset } from '../../state/origin-preset.ts';
import { useDeferredValue, useEffect, useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { presetDifferences } from '../../documents/preset-difference.ts';
import type { Preset } from '../../documents/preset-types.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import type { Draft } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useStore } from '../../ui/use-store.ts';
import { revertDraft, saveDraft } from './draft-preset.ts';
import { presetOfDraft } from './preset-actions.ts';
import './preset-line.css';
import type { PresetsPort } from './presets-port.ts';
import { presetsOfFunction, switchPreset } from './switch-preset.ts';
import { visibleText } from './visible-text.ts';

/** Which preset a draft came from, what it says otherwise, and the way to the next preset of the function. */
export function PresetLine({ port, draft }: { port: PresetsPort; draft: Draft }) {
  const origin = useStore(port.store, ({ origins }) => origins.get(draft.id));
  const preset = useOriginPreset(port, origin);
  if (origin === undefined || preset === null) return null;
  const presets = presetsOfFunction(port, preset.request.functionName);
  const place = presets.findIndex((one) => isSameOrigin(one, origin)) + 1;
  const steps = [
    { step: -1, label: 'Previous preset', shortcut: 'Shift+Alt+[', icon: <ChevronLeft aria-hidden="true" /> },
    { step: 1, label: 'Next preset', shortcut: 'Shift+Alt+]', icon: <ChevronRight aria-hidden="true" /> },
  ] as const;
  return (
    <div className="preset-line" role="group" aria-label="Preset of this draft">
      <span className="preset-line-name truncate" title={preset.description || preset.name}>
        {'path' in origin ? 'File' : 'Preset'} <bdi>{visibleText(preset.name)}</bdi>
      </span>
      <span className="tabular dim" role="status">
        {place} of {presets.length}
      </span>
      {steps.map(({ step, ...button }) => (
        <IconButton
          key={step}
          size="small"
          {...button}
          disabledReason={presets.length < 2 ? 'the function has no other preset' : undefined}
          onClick={() => void switchPreset(port, step)}
        />
      ))}
      <Button
        size="small"
        variant="ghost"
        onClick={() => port.dialogs.getState().actions.show({ name: 'expectations', of: origin })}
      >
        {expectationsLabel(preset.expectations.length)}
      </Button>
      <ChangedPart port={port} draft={draft} preset={preset} />
    </div>
  );
}

function expectationsLabel(count: number): string {
  return count === 0 ? 'Expectations' : `Expectations (${count})`;
}

function ChangedPart({ port, draft, preset }: { port: PresetsPort; draft: Draft; preset: Preset }) {
  const later = useDeferredValue(draft);
  const differences = presetDifferences(preset, presetOfDraft(port, later, preset));
  if (differences.length === 0) return <span className="dim">unchanged</span>;
  const { show } = port.dialogs.getState().actions;
  const changed = `Changed: ${differences.map(({ label }) => label).join(', ')}`;
  return (
    <div className="preset-line-change">
      <span className="preset-line-changed truncate" title={changed}>
        {changed}
      </span>
      <Button size="small" variant="ghost" onClick={() => show({ name: 'differences', draftId: draft.id })}>
        What differs
      </Button>
      <Button size="small" variant="ghost" onClick={() => revertDraft(port, draft, preset)}>
        Revert
      </Button>
      <Button size="small" variant="ghost" onClick={() => void saveDraft(port)}>
        Save
      </Button>
    </div>
  );
}

/** The preset as it is now: it follows what other tabs and other programs do to it. */
function useOriginPreset(port: PresetsPort, origin: PresetOrigin | undefined): Preset | null {
  const summaries = useStore(port.store, (state) => state.summaries);
  const files = useStore(port.folder, (state) => state.presets);
  const [found, setFound] = useState<Preset | null>(null);
  useEffect(() => {
    let wanted = true;
    const reading = origin === undefined ? Promise.resolve(null) : originPreset(port, origin);
    void reading.then((preset) => wanted && setFound(preset));
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Both lists tell that the preset may have changed.
  }, [port, origin, summaries, files]);
  return found;
}
