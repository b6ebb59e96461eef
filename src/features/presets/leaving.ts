import { secretsInPreset } from '../../documents/preset-secrets.ts';
import type { LeavingPresets } from '../../state/preset-dialogs.ts';
import { sentSecrets } from '../../state/sent-secrets.ts';
import type { PresetsPort } from './presets-port.ts';

/** Lets presets leave the page, unless they hold what looks like a secret: that is asked first. */
export function letLeave({ dialogs }: PresetsPort, leaving: LeavingPresets): void {
  const known = sentSecrets();
  if (leaving.presets.every((preset) => secretsInPreset(preset, known).length === 0))
    leaving.go(leaving.presets);
  else dialogs.getState().actions.show({ name: 'secrets', leaving });
}
