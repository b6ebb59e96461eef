import { useState } from 'react';
import { maskPreset, secretsInPreset, type PresetSecret } from '../../documents/preset-secrets.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { activeDraft, presetOfDraft } from './preset-actions.ts';
import './preset-dialogs.css';
import type { PresetsPort } from './presets-port.ts';
import { ShareLinkForm } from './share-link-form.tsx';
import { useLoaded } from './use-loaded.ts';

export interface ShareDialogProps {
  port: PresetsPort;
  /** null: what the draft in front holds. */
  presetId: string | null;
  onClose: () => void;
}

/** A link to a preset. What looks like a secret is shown and decided upon before any link is made. */
export function ShareDialog({ port, presetId, onClose }: ShareDialogProps) {
  const preset = useLoaded(() => presetToShare(port, presetId));
  const [agreed, setAgreed] = useState<Preset | null>(null);
  if (!preset) return null;
  const secrets = secretsInPreset(preset);
  const sharing = agreed ?? (secrets.length === 0 ? preset : null);
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title="Share">
      {sharing === null ? (
        <SecretQuestion
          secrets={secrets}
          onMask={() => setAgreed(maskPreset(preset))}
          onShare={() => setAgreed(preset)}
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

interface SecretQuestionProps {
  secrets: readonly PresetSecret[];
  onMask: () => void;
  onShare: () => void;
}

function SecretQuestion({ secrets, onMask, onShare }: SecretQuestionProps) {
  return (
    <Callout
      tone="warn"
      title="This holds what looks like a secret"
      actions={
        <>
          <Button variant="primary" onClick={onMask}>
            Mask
          </Button>
          <Button onClick={onShare}>Share anyway</Button>
        </>
      }
    >
      <p>Whoever has the link can read it. Nothing has been copied yet.</p>
      <ul>
        {secrets.slice(0, 10).map(({ where, kind }, index) => (
          <li key={`${where} ${index}`}>
            {kind} in <span className="mono">{where}</span>
          </li>
        ))}
        {secrets.length > 10 && <li>and {secrets.length - 10} more</li>}
      </ul>
    </Callout>
  );
}
