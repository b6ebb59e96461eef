import { originPreset } from '../../state/origin-preset.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import type { FolderPreset } from '../../state/preset-folder-types.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { DraftDialogProps } from './differences-dialog.tsx';
import { saveDraft } from './draft-preset.ts';
import { presetOfDraft } from './preset-actions.ts';
import { PresetDifferences } from './preset-differences.tsx';
import type { PresetsPort } from './presets-port.ts';
import { useLoaded } from './use-loaded.ts';

export interface ConflictDialogProps extends DraftDialogProps {
  /** What lies in the folder now; null when it is gone. */
  file?: FolderPreset | null | undefined;
}

/** A preset was changed elsewhere since the draft was opened: both sides are shown, and neither is lost unasked. */
export function ConflictDialog({ port, draftId, file, onClose }: ConflictDialogProps) {
  const theirs = useLoaded(() => (file === undefined ? theirSide(port, draftId) : fileSide(file)));
  const draft = port.drafts.getState().drafts.find(({ id }) => id === draftId);
  if (theirs === undefined || draft === undefined) return null;
  const { dialogs, drafts, store } = port;
  const openTheirs = (preset: Preset, origin: PresetOrigin): void => {
    const opened = drafts.getState().actions.open(draftFromPreset(preset));
    void store.getState().actions.setOrigin(opened, origin);
    onClose();
  };
  const replaceTheirs = async (origin: PresetOrigin): Promise<void> => {
    onClose();
    await store.getState().actions.setOrigin(draftId, origin);
    await saveDraft(port);
  };
  return (
    <Dialog
      alert
      open
      onOpenChange={(next) => !next && onClose()}
      title="The preset was changed meanwhile"
      size="large"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button onClick={() => dialogs.getState().actions.show({ name: 'save', asNew: true })}>
            Save mine as new
          </Button>
          {theirs && <Button onClick={() => openTheirs(...theirs)}>Open theirs as draft</Button>}
          {theirs && (
            <Button variant="danger" onClick={() => void replaceTheirs(theirs[1])}>
              Replace with mine
            </Button>
          )}
        </>
      }
    >
      {theirs === null ? (
        <Callout tone="warn" title="It is gone">
          The preset was deleted after this draft was opened. The draft is still whole: save it as a new one.
        </Callout>
      ) : (
        <PresetDifferences
          before={theirs[0]}
          after={presetOfDraft(port, draft, theirs[0])}
          labels={['As it is now', 'In the draft']}
        />
      )}
    </Dialog>
  );
}

type Side = readonly [Preset, PresetOrigin] | null;

async function fileSide(file: FolderPreset | null): Promise<Side> {
  return file && [file.preset, { path: file.path, version: file.version }];
}

/** What lies there now, with the version that an answer is about. */
async function theirSide(port: PresetsPort, draftId: string): Promise<Side> {
  const known = port.store.getState().origins.get(draftId);
  const now = known && versionNow(port, known);
  const preset = now ? await originPreset(port, now) : null;
  return now && preset ? [preset, now] : null;
}

function versionNow({ store, folder }: PresetsPort, known: PresetOrigin): PresetOrigin | undefined {
  if ('path' in known) {
    const file = folder.getState().presets.find(({ path }) => path === known.path);
    return file && { path: file.path, version: file.version };
  }
  const summary = store.getState().summaries.find(({ id }) => id === known.presetId);
  return summary && { presetId: summary.id, revision: summary.revision };
}
