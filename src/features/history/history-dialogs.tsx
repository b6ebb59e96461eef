import { useStore } from '../../ui/use-store.ts';
import { RestoreBackupDialog } from './backup/restore-backup-dialog.tsx';
import { SaveBackupDialog } from './backup/save-backup-dialog.tsx';
import { ClearHistoryDialog } from './clear-history-dialog.tsx';
import { CompareDialog, type ComparedRunParts } from './compare/compare-dialog.tsx';
import { FavouriteDialog } from './favourite-dialog.tsx';
import type { HistoryPort } from './history-port.ts';
import { LimitsDialog } from './limits-dialog.tsx';

/** The window over the history that is open. */
export function HistoryDialogs({ port, parts }: { port: HistoryPort; parts: ComparedRunParts }) {
  const { open, actions } = useStore(port.dialogs, (state) => state);
  switch (open?.name) {
    case 'compare':
      return (
        <CompareDialog {...{ port, parts }} left={open.left} right={open.right} onClose={actions.close} />
      );
    case 'favourite':
      return <FavouriteDialog port={port} runId={open.runId} onClose={actions.close} />;
    case 'limits':
      return <LimitsDialog port={port} onClose={actions.close} />;
    case 'clear':
      return <ClearHistoryDialog port={port} onClose={actions.close} />;
    case 'save-backup':
      return <SaveBackupDialog port={port} onClose={actions.close} />;
    case 'restore-backup':
      return <RestoreBackupDialog port={port} onClose={actions.close} />;
    default:
      return null;
  }
}
