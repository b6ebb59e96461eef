import type { ReactNode } from 'react';
import type { Settings, SettingsStore } from '../../state/settings-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useStore } from '../../ui/use-store.ts';
import { NewDraftSettings } from './new-draft-settings.tsx';
import { NotificationSetting } from './notification-setting.tsx';
import { SettingRow } from './setting-row.tsx';
import './settings-dialog.css';

export interface SettingsDialogProps {
  store: SettingsStore;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is set about payloads. */
  payloads?: ReactNode;
}

/** Settings of this device. Each change counts at once. */
export function SettingsDialog({ store, open, onOpenChange, payloads }: SettingsDialogProps) {
  const settings = useStore(store, (state) => state);
  const set = (patch: Partial<Settings>): void => settings.actions.set(patch);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Settings"
      description="They stay in this browser, and each change counts at once."
    >
      <SettingRow name="Theme">
        <Segmented
          label="Theme"
          value={settings.theme}
          onChange={(theme) => set({ theme })}
          options={themes}
        />
      </SettingRow>
      <SettingRow name="Editor">
        <Select
          label="Font size"
          value={String(settings.editorFontSize)}
          onChange={(size) => set({ editorFontSize: Number(size) })}
          options={fontSizes}
        />
        <Switch
          label="Wrap long lines"
          checked={settings.wrapLines}
          onChange={(wrapLines) => set({ wrapLines })}
        />
      </SettingRow>
      <SettingRow name="Times in logs">
        <Segmented
          label="Times in logs"
          value={settings.logTimes}
          onChange={(logTimes) => set({ logTimes })}
          options={logTimes}
        />
      </SettingRow>
      <SettingRow name="Long runs">
        <NotificationSetting
          wanted={settings.notifyLongRuns}
          onChange={(notifyLongRuns) => set({ notifyLongRuns })}
        />
      </SettingRow>
      <SettingRow name="A new draft begins with">
        <NewDraftSettings value={settings.newDraft} onChange={(newDraft) => set({ newDraft })} />
      </SettingRow>
      {payloads && <SettingRow name="Payloads">{payloads}</SettingRow>}
    </Dialog>
  );
}

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const;

const logTimes = [
  { value: 'local', label: 'Local time' },
  { value: 'utc', label: 'UTC' },
] as const;

const fontSizes = Array.from({ length: 15 }, (_none, index) => String(index + 10)).map((size) => ({
  value: size,
  label: `${size} px`,
}));
