import type { BackupSecrets } from '../../../state/backup-secrets.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';

export interface BackupSecretQuestionProps {
  secrets: BackupSecrets;
  onMask: () => void;
  onGo: () => void;
}

/** Asked before the file is made; closing the window makes none. */
export function BackupSecretQuestion({ secrets, onMask, onGo }: BackupSecretQuestionProps) {
  const { records, kinds } = secrets;
  return (
    <div role="alert">
      <Callout
        tone="warn"
        title={`${records.toLocaleString()} ${records === 1 ? 'record holds' : 'records hold'} what looks like a secret`}
        actions={
          <>
            <Button variant="primary" onClick={onMask}>
              Mask
            </Button>
            <Button onClick={onGo}>Save as it is</Button>
          </>
        }
      >
        <p>{kinds.join(', ')}. Everyone who gets the file could read it.</p>
        <p>Mask puts asterisks in its place, in the file alone: what is stored here stays as it is.</p>
      </Callout>
    </div>
  );
}
