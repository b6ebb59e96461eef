import { rawExport } from '../state/raw-export.ts';
import type { Remedy } from '../state/notice-store.ts';
import { unreadRecords } from '../state/unread-records.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.ts';
import type { NoticeServices } from './notice-list.tsx';

export interface NoticeRemedyProps {
  remedy: Remedy;
  services: NoticeServices;
}

/** The buttons of a notice about storage. */
export function NoticeRemedy({ remedy, services }: NoticeRemedyProps) {
  const { show } = services.library.dialogs.getState().actions;
  if (remedy.type === 'raw-export') {
    return (
      <Button size="small" onClick={() => void save(remedy.database, () => rawExport(remedy.database))}>
        Save what can be read
      </Button>
    );
  }
  if (remedy.type === 'save-unread') {
    return (
      <Button
        size="small"
        onClick={() => void save('unread', async () => (await unreadRecords(await services.storage)).file)}
      >
        Save them as a file
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

async function save(name: string, make: () => Promise<Blob>): Promise<void> {
  try {
    const url = URL.createObjectURL(await make());
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name}.raw.gz`;
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
