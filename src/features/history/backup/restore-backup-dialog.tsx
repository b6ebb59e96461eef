import { useState } from 'react';
import { readBackup } from '../../../state/backup-file.ts';
import { newInBackup, type NewInBackup, restoreBackup, sizeOf } from '../../../state/backup-store.ts';
import type { BackupKind } from '../../../state/backup-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import { VisibleText } from '../../../ui/visible-text.tsx';
import type { HistoryPort } from '../history-port.ts';
import { KindChoice, onlyKinds } from './kind-choice.tsx';

type Reading =
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'refused'; message: string }
  | { state: 'read'; fresh: NewInBackup; unread: number };

/** Shows what a backup would add before anything is added. Nothing runs, and nothing here is replaced. */
export function RestoreBackupDialog({ port, onClose }: { port: HistoryPort; onClose: () => void }) {
  const [reading, setReading] = useState<Reading>({ state: 'none' });
  const [chosen, setChosen] = useState<ReadonlySet<BackupKind>>(allButSettings);
  const restore = async (fresh: NewInBackup): Promise<void> => {
    const wanted = onlyKinds(fresh, chosen);
    const done = await restoreBackup(port.backup, wanted);
    if (!done.ok)
      return setReading({ state: 'refused', message: `Nothing was added. ${done.error.message}` });
    onClose();
    showToast({ title: `${sizeOf(wanted).toLocaleString()} things added from the backup` });
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Restore a backup"
      description="What is here stays as it is; what the backup has beside it is added. Nothing is sent."
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={reading.state === 'read' ? undefined : 'Choose a backup first.'}
            onClick={() => reading.state === 'read' && void restore(reading.fresh)}
          >
            Add
          </Button>
        </>
      }
    >
      <label className="field-label">
        Backup file
        <input
          type="file"
          accept=".gz,application/gzip"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (!file) return;
            setReading({ state: 'reading' });
            void read(port, file).then(setReading);
          }}
        />
      </label>
      <div role="status">
        {reading.state === 'reading' && <p className="dim">Reading …</p>}
        {reading.state === 'refused' && <Callout tone="error" title={reading.message} />}
      </div>
      {reading.state === 'read' && (
        <>
          <ConflictList names={reading.fresh.conflicts} />
          <KindChoice backup={reading.fresh} chosen={chosen} onChange={setChosen} />
          <p className="dim">
            {reading.fresh.known.toLocaleString()} of its records are here already.
            {reading.unread > 0 &&
              ` ${reading.unread.toLocaleString()} can not be read and are left out.`}{' '}
            Credentials are to be entered anew. Settings replace those of this device.
          </p>
        </>
      )}
    </Dialog>
  );
}

const shownNames = 10;

/** Presets that were changed on either side: both stay, and the person sees which. */
function ConflictList({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const rest = names.length - shownNames;
  return (
    <Callout
      tone="warn"
      title={`${names.length.toLocaleString()} ${names.length === 1 ? 'preset differs' : 'presets differ'} from the one here`}
    >
      <p>Nobody can tell which is newer: the one of the backup comes beside the one that is here.</p>
      <ul>
        {names.slice(0, shownNames).map((name, index) => (
          <li key={`${index} ${name}`}>
            <VisibleText text={name} />
          </li>
        ))}
        {rest > 0 && <li>and {rest.toLocaleString()} more</li>}
      </ul>
    </Callout>
  );
}

const allButSettings: ReadonlySet<BackupKind> = new Set<BackupKind>([
  'presets',
  'drafts',
  'runs',
  'favourites',
  'connections',
]);

async function read({ backup: deps }: HistoryPort, file: File): Promise<Reading> {
  const found = await readBackup(file);
  if (!found.ok) return { state: 'refused', message: found.message };
  const fresh = await newInBackup(deps, found.backup);
  if (!fresh.ok) return { state: 'refused', message: fresh.error.message };
  return { state: 'read', fresh: fresh.value, unread: found.unread };
}
