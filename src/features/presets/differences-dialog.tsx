import { originPreset } from '../../state/origin-preset.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useStore } from '../../ui/use-store.ts';
import { revertDraft, saveDraft } from './draft-preset.ts';
import { presetOfDraft } from './preset-actions.ts';
import { PresetDifferences } from './preset-differences.tsx';
import type { PresetsPort } from './presets-port.ts';
import { useLoaded } from './use-loaded.ts';

export interface DraftDialogProps {
  port: PresetsPort;
  draftId: string;
  onClose: () => void;
}

/** What a draft says otherwise than its preset, with the ways out of it. */
export function DifferencesDialog({ port, draftId, onClose }: DraftDialogProps) {
  const draft = useStore(port.drafts, ({ drafts }) => drafts.find(({ id }) => id === draftId));
  const preset = useLoaded(() => {
    const origin = port.store.getState().origins.get(draftId);
    return origin ? originPreset(port, origin) : Promise.resolve(null);
  });
  if (!draft || !preset) return null;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="What differs from the preset"
      size="large"
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            onClick={() => {
              revertDraft(port, draft, preset);
              onClose();
            }}
          >
            Revert draft
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onClose();
              void saveDraft(port);
            }}
          >
            Save to preset
          </Button>
        </>
      }
    >
      <PresetDifferences
        before={preset}
        after={presetOfDraft(port, draft, preset)}
        labels={['In the preset', 'In the draft']}
      />
    </Dialog>
  );
}
