import { useEffect, useState } from 'react';
import { packBackup } from '../../../state/backup-file.ts';
import { collectBackup } from '../../../state/backup-store.ts';
import type { Backup, BackupKind } from '../../../state/backup-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { HistoryPort } from '../history-port.ts';
import { KindChoice, onlyKinds } from './kind-choice.tsx';

/** Everything stored into one file, but for credentials. */
export function SaveBackupDialog({ port, onClose }: { port: HistoryPort; onClose: () => void }) {
  const [backup, setBackup] = useState<Backup | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<BackupKind>>(everything);
  useEffect(() => {
    void collectBackup(port.backup).then((read) =>
      read.ok ? setBackup(read.value) : setProblem(read.error.message),
    );
  }, [port]);
  const save = async (whole: Backup): Promise<void> => {
    const { file, leftOut } = await packBackup(onlyKinds(whole, chosen));
    download(file, `invoke-console-${new Date().toISOString().slice(0, 10)}.backup.gz`);
    onClose();
    showToast({
      title: 'Backup saved',
      description:
        leftOut === 0 ? undefined : `The oldest ${leftOut.toLocaleString()} runs had no room in it.`,
      tone: leftOut === 0 ? 'neutral' : 'warn',
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Back up everything"
      description="One file that any Invoke Console can read, on this origin or another. Credentials are never in it."
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={backup ? undefined : 'What is stored is being read.'}
            onClick={() => backup && void save(backup)}
          >
            Save backup
          </Button>
        </>
      }
    >
      {backup && <KindChoice backup={backup} chosen={chosen} onChange={setChosen} />}
      {problem !== null && <Callout tone="error" title={problem} />}
      <p className="dim">
        Payloads, responses and logs go into the file as they are: keep it where you would keep them.
      </p>
    </Dialog>
  );
}

const everything: ReadonlySet<BackupKind> = new Set<BackupKind>([
  'presets',
  'drafts',
  'runs',
  'favourites',
  'connections',
  'settings',
]);

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
