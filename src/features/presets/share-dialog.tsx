import { useState } from 'react';
import { maskPreset, secretsInPreset } from '../../documents/preset-secrets.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { sentSecrets } from '../../state/sent-secrets.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { activeDraft, presetOfDraft } from './preset-actions.ts';
import './preset-dialogs.css';
import type { PresetsPort } from './presets-port.ts';
import { SecretQuestion } from './secret-question.tsx';
import { ShareLinkForm } from './share-link-form.tsx';
import { useLoaded } from './use-loaded.ts';

export interface ShareDialogProps {
  port: PresetsPort;
  /** null: what the draft in front holds. */
  presetId: string | null;
  /** A preset that is not one of this device. */
  given?: Preset | undefined;
  onClose: () => void;
}

/** A link to a preset. What looks like a secret is shown and decided upon before any link is made. */
export function ShareDialog({ port, presetId, given, onClose }: ShareDialogProps) {
  const preset = useLoaded(async () => given ?? (await presetToShare(port, presetId)));
  const [agreed, setAgreed] = useState<Preset | null>(null);
  if (!preset) return null;
  const known = sentSecrets();
  const secrets = secretsInPreset(preset, known);
  const sharing = agreed ?? (secrets.length === 0 ? preset : null);
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title="Share">
      {sharing === null ? (
        <SecretQuestion
          secrets={secrets}
          readers="Whoever has the link can read it. Nothing has been copied yet."
          goLabel="Share anyway"
          onMask={() => setAgreed(maskPreset(preset, known))}
          onGo={() => setAgreed(preset)}
        />
      ) : (
        <ShareLinkForm preset={sharing} />
      )}
    </Dialog>
  );
}

async function presetToShare(port: PresetsPort, presetId: string | null): Promise<Preset | null> {
  if (presetId !== null) return port.store.getState().actions.get(presetId);
  const draft = activeDraft(port);
  return draft ? presetOfDraft(port, draft) : null;
}
