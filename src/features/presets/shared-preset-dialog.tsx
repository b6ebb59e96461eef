import { useState, type FormEvent } from 'react';
import type { Preset } from '../../documents/preset-types.ts';
import { readShareLink, type ReadLink } from '../../documents/share-link.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { addPreset } from './preset-actions.ts';
import './preset-dialogs.css';
import { droppedWords } from './preset-files.ts';
import { PresetPreview } from './preset-preview.tsx';
import type { PresetsPort } from './presets-port.ts';
import { useLoaded } from './use-loaded.ts';

export interface SharedPresetDialogProps {
  port: PresetsPort;
  fragment: string;
  onClose: () => void;
}

/** What a link holds, before anything is done with it: nothing is sent, kept or replaced by opening it. */
export function SharedPresetDialog({ port, fragment, onClose }: SharedPresetDialogProps) {
  const first = useLoaded(() => readShareLink(fragment));
  const [unlocked, setUnlocked] = useState<ReadLink | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = unlocked ?? first;
  if (read === undefined) return null;
  const open = (preset: Preset): void => {
    port.drafts.getState().actions.open(draftFromPreset(preset));
    onClose();
  };
  const keep = (preset: Preset): void => {
    void addPreset(port, { ...preset, id: '' }).then((message) =>
      message === null ? onClose() : setRefusal(message),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Shared preset"
      footer={
        <>
          <Button onClick={onClose}>Discard</Button>
          {read.ok && <Button onClick={() => keep(read.preset)}>Save as preset</Button>}
          {read.ok && (
            <Button variant="primary" onClick={() => open(read.preset)}>
              Open as draft
            </Button>
          )}
        </>
      }
    >
      {refusal !== null && (
        <Callout tone="error" title="Not saved">
          {refusal}
        </Callout>
      )}
      {read.ok ? (
        <PresetPreview preset={read.preset} notice={droppedWords(read.dropped)} />
      ) : (
        <ClosedLink read={read} fragment={fragment} onRead={setUnlocked} />
      )}
    </Dialog>
  );
}

interface ClosedLinkProps {
  read: Extract<ReadLink, { ok: false }>;
  fragment: string;
  onRead: (read: ReadLink) => void;
}

/** A link that can't be read, or not without its passphrase. */
function ClosedLink({ read, fragment, onRead }: ClosedLinkProps) {
  const [passphrase, setPassphrase] = useState('');
  const locked = 'needs' in read || read.problem.code === 'link-locked';
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void readShareLink(fragment, passphrase).then(onRead);
  };
  return (
    <div className="preset-form">
      {'problem' in read && (
        <Callout tone="error" title="This link can’t be opened">
          {read.problem.message}
        </Callout>
      )}
      {locked && (
        <form className="preset-share-seal" onSubmit={handleSubmit}>
          <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} />
          <Button type="submit" variant="primary">
            Unlock
          </Button>
        </form>
      )}
    </div>
  );
}
