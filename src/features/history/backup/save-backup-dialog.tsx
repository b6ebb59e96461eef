import { useEffect, useState } from 'react';
import { secretsInBackup, maskBackup, type BackupSecrets } from '../../../state/backup-secrets.ts';
import { packBackup } from '../../../state/backup-file.ts';
import { collectBackup } from '../../../state/backup-store.ts';
import type { Backup, BackupKind } from '../../../state/backup-types.ts';
import { sentSecrets } from '../../../state/sent-secrets.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { HistoryPort } from '../history-port.ts';
import { BackupSecretQuestion } from './backup-secret-question.tsx';
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
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isLooking, setLooking] = useState(false);
  const check = async (whole: Backup): Promise<void> => {
    setLooking(true);
    const leaving = onlyKinds(whole, chosen);
    const secrets = await secretsInBackup(leaving, sentSecrets());
    setLooking(false);
    if (secrets.records === 0) await save(leaving);
    else setAsked({ leaving, secrets });
  };
  const save = async (leaving: Backup): Promise<void> => {
    const { file, leftOut } = await packBackup(leaving);
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
            disabledReason={waitsFor({ isRead: backup !== null, isLooking, isAsked: asked !== null })}
            onClick={() => backup && void check(backup)}
          >
            Save backup
          </Button>
        </>
      }
    >
      {backup && !asked && <KindChoice backup={backup} chosen={chosen} onChange={setChosen} />}
      {asked && (
        <BackupSecretQuestion
          secrets={asked.secrets}
          onMask={() => void maskBackup(asked.leaving, sentSecrets()).then(save)}
          onGo={() => void save(asked.leaving)}
        />
      )}
      {problem !== null && <Callout tone="error" title={problem} />}
      <p className="dim">Payloads, responses and logs go into the file: keep it where you would keep them.</p>
    </Dialog>
  );
}

interface Asked {
  leaving: Backup;
  secrets: BackupSecrets;
}

function waitsFor(step: { isRead: boolean; isLooking: boolean; isAsked: boolean }): string | undefined {
  if (!step.isRead) return 'What is stored is being read.';
  if (step.isLooking) return 'What would leave is being looked through.';
  return step.isAsked ? 'Say first what becomes of the secrets.' : undefined;
}

const everything: ReadonlySet<BackupKind> = new Set<BackupKind>([
  'presets',
  'drafts',
  'runs',
  'favourites',
  'connections',
  'environments',
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
