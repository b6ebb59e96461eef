import { rawExport } from '../state/raw-export.ts';
import type { HistoryDialog } from '../state/history-dialogs.ts';
import type { Remedy } from '../state/notice-store.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.ts';

export interface NoticeRemedyProps {
  remedy: Remedy;
  show: (dialog: HistoryDialog) => void;
}

/** The buttons of a notice about storage. */
export function NoticeRemedy({ remedy, show }: NoticeRemedyProps) {
  if (remedy.type === 'raw-export') {
    return (
      <Button size="small" onClick={() => void saveRaw(remedy.database)}>
        Save what can be read
      </Button>
    );
  }
  return (
    <>
      <Button size="small" onClick={() => show({ name: 'save-backup' })}>
        Back up…
      </Button>
      <Button size="small" onClick={() => show({ name: 'clear' })}>
        Delete runs…
      </Button>
    </>
  );
}

async function saveRaw(database: string): Promise<void> {
  try {
    const url = URL.createObjectURL(await rawExport(database));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${database}.raw.gz`;
    link.click();
    // Some browsers read the address a moment after the click.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch (cause) {
    showToast({
      title: 'Nothing of it can be read',
      description: cause instanceof Error ? cause.message : String(cause),
      tone: 'warn',
    });
  }
}
