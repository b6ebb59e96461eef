import { invocationTypes, retryModes } from '../../documents/request-options.ts';
import type { Settings } from '../../state/settings-store.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';

export interface NewDraftSettingsProps {
  value: Settings['newDraft'];
  onChange: (value: Settings['newDraft']) => void;
}

/** Drafts that are open already keep what they have. */
export function NewDraftSettings({ value, onChange }: NewDraftSettingsProps) {
  const set = (patch: Partial<Settings['newDraft']>): void => onChange({ ...value, ...patch });
  return (
    <>
      <Segmented
        label="Default invocation type"
        value={value.invocationType}
        onChange={(invocationType) => set({ invocationType })}
        options={typeChoices}
      />
      <Switch label="Tail log by default" checked={value.tailLog} onChange={(tailLog) => set({ tailLog })} />
      <Switch
        label="Stream response by default"
        checked={value.stream}
        onChange={(stream) => set({ stream })}
      />
      <Select
        label="Retry mode"
        value={value.retryMode}
        onChange={(retryMode) => set({ retryMode })}
        options={retryChoices}
      />
    </>
  );
}

const typeChoices = invocationTypes.map((value) => ({ value, label: value }));

const retryLabels = { safe: 'Safe', standard: 'Standard (AWS SDK)', off: 'Off' } as const;

const retryChoices = retryModes.map((value) => ({ value, label: retryLabels[value] }));
