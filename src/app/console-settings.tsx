import { LearnedSetting } from '../features/learned/learned-setting.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { useLateValue } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';

export interface ConsoleSettingsProps {
  services: Services;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The settings, with what was learned of payloads as their last part. */
export function ConsoleSettings({ services, ...dialog }: ConsoleSettingsProps) {
  const { settings } = services;
  const on = useStore(settings, ({ learnPayloads }) => learnPayloads);
  const { value: learned } = useLateValue(services.learned, dialog.open);
  return (
    <SettingsDialog
      store={settings}
      {...dialog}
      payloads={
        learned && (
          <LearnedSetting
            store={learned.store}
            on={on}
            onChange={(learnPayloads) => settings.getState().actions.set({ learnPayloads })}
          />
        )
      }
    />
  );
}
