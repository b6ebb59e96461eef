import { useState } from 'react';
import { readPasted, type Pasted } from '../../documents/pasted/read-pasted.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { PastedPreview } from './pasted-preview.tsx';
import { openPayload, openPreset, storePresets, withoutOwnEndpoint } from './pasted-actions.ts';
import './preset-dialogs.css';
import type { PresetsPort } from './presets-port.ts';

export interface PasteDialogProps {
  port: PresetsPort;
  /** What the box holds first. */
  given: string;
  onClose: () => void;
}

/** A command line, a link or a document as text. It shows what that is; nothing runs and nothing is replaced. */
export function PasteDialog({ port, given, onClose }: PasteDialogProps) {
  const [text, setText] = useState(given);
  const [refusal, setRefusal] = useState<string | null>(null);
  const pasted = withoutOwnEndpoint(port, readPasted(text));
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Paste a command or preset"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <PastedButtons port={port} pasted={pasted} onClose={onClose} onRefused={setRefusal} />
        </>
      }
    >
      <div className="preset-form">
        <TextArea
          label="Command, preset, link or JSON"
          hint="An “aws lambda invoke” or curl line, exported presets, a share link, or any JSON as a payload. Nothing is run."
          className="preset-paste"
          rows={6}
          mono
          value={text}
          onChange={(next) => {
            setText(next);
            setRefusal(null);
          }}
        />
        <PastedPreview port={port} pasted={pasted} refusal={refusal} />
      </div>
    </Dialog>
  );
}

interface PastedButtonsProps {
  port: PresetsPort;
  pasted: Pasted;
  onClose: () => void;
  onRefused: (message: string) => void;
}

function PastedButtons({ port, pasted, onClose, onRefused }: PastedButtonsProps) {
  const keep = (presets: Parameters<typeof storePresets>[1]): void => {
    void storePresets(port, presets).then((message) => (message === null ? onClose() : onRefused(message)));
  };
  switch (pasted.kind) {
    case 'command':
      return (
        <>
          <Button onClick={() => keep([pasted.preset])}>Save as preset</Button>
          <Button
            variant="primary"
            onClick={() => {
              openPreset(port, pasted.preset);
              onClose();
            }}
          >
            Open as draft
          </Button>
        </>
      );
    case 'presets':
      return (
        <Button variant="primary" onClick={() => keep(pasted.presets)}>
          {pasted.presets.length === 1 ? 'Import 1 preset' : `Import ${pasted.presets.length} presets`}
        </Button>
      );
    case 'payload':
      return (
        <Button
          variant="primary"
          onClick={() => {
            openPayload(port, pasted.payload);
            onClose();
          }}
        >
          Open as draft
        </Button>
      );
    case 'link':
      return (
        <Button
          variant="primary"
          onClick={() => port.dialogs.getState().actions.show({ name: 'link', fragment: pasted.fragment })}
        >
          Show what it holds
        </Button>
      );
    default:
      return null;
  }
}
