import { maskPreset, secretsInPreset } from '../../documents/preset-secrets.ts';
import type { LeavingPresets } from '../../state/preset-dialogs.ts';
import { sentSecrets } from '../../state/sent-secrets.ts';
import { Dialog } from '../../ui/dialog.tsx';
import './preset-dialogs.css';
import { SecretQuestion } from './secret-question.tsx';

export interface SecretsDialogProps {
  leaving: LeavingPresets;
  onClose: () => void;
}

/** Masks change what leaves, never the draft or the stored preset. */
export function SecretsDialog({ leaving, onClose }: SecretsDialogProps) {
  const { presets, verb, readers, go } = leaving;
  const known = sentSecrets();
  const secrets = presets.flatMap((preset) =>
    secretsInPreset(preset, known).map(({ where, kind }) => ({
      kind,
      where: presets.length === 1 ? where : `${preset.name.slice(0, 60)}: ${where}`,
    })),
  );
  const answer = (leavingNow: LeavingPresets['presets']): void => {
    onClose();
    go(leavingNow);
  };
  return (
    <Dialog alert open onOpenChange={(next) => !next && onClose()} title={verb} size="small">
      <SecretQuestion
        secrets={secrets}
        readers={readers}
        goLabel={`${verb} anyway`}
        onMask={() => answer(presets.map((preset) => maskPreset(preset, known)))}
        onGo={() => answer(presets)}
        onCancel={onClose}
      />
    </Dialog>
  );
}
