import { useStore } from '../../ui/use-store.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DifferencesDialog } from './differences-dialog.tsx';
import { EditPresetDialog } from './edit-preset-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import type { PresetsPort } from './presets-port.ts';
import { SavePresetDialog } from './save-preset-dialog.tsx';
import { SecretsDialog } from './secrets-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { SharedPresetDialog } from './shared-preset-dialog.tsx';

/** The window over presets that is asked for. */
export function PresetDialogs({ port }: { port: PresetsPort }) {
  const { open, actions } = useStore(port.dialogs, (state) => state);
  switch (open?.name) {
    case 'save':
      return <SavePresetDialog {...{ port }} asNew={open.asNew} add={open.add} onClose={actions.close} />;
    case 'edit':
      return <EditPresetDialog port={port} presetId={open.presetId} onClose={actions.close} />;
    case 'share':
      return <ShareDialog port={port} presetId={open.presetId} given={open.preset} onClose={actions.close} />;
    case 'link':
      return (
        <SharedPresetDialog
          key={open.fragment}
          port={port}
          fragment={open.fragment}
          onClose={actions.close}
        />
      );
    case 'differences':
      return <DifferencesDialog port={port} draftId={open.draftId} onClose={actions.close} />;
    case 'conflict':
      return <ConflictDialog port={port} draftId={open.draftId} file={open.file} onClose={actions.close} />;
    case 'secrets':
      return <SecretsDialog leaving={open.leaving} onClose={actions.close} />;
    case 'paste':
      return <PasteDialog port={port} given={open.text} onClose={actions.close} />;
    case 'export':
      return <ExportDialog port={port} onClose={actions.close} />;
    // They have windows of their own (features/expectations).
    case 'expectations':
    case 'expectation-runs':
    case undefined:
      return null;
  }
}
