import type { CopyAsFormat } from '../../../documents/copy-as/copy-as.ts';
import { secretsAt, sentSecrets } from '../../../state/sent-secrets.ts';
import type { Run } from '../../../state/types.ts';
import { showToast } from '../../../ui/toast.ts';

/** Puts a run on the clipboard in the words of another tool, and says so. */
export async function copyRunAs({ request, omitted }: Run, format: CopyAsFormat): Promise<void> {
  const label = formatNames.find(([id]) => id === format)?.[1] ?? format;
  if (omitted.request !== undefined) {
    showToast({ title: payloadMissing, tone: 'warn' });
    return;
  }
  try {
    const { copyAs } = await import('../../../documents/copy-as/copy-as.ts');
    const { changedBytes, maskKnown } = await import('../../../documents/secret-scan.ts');
    const { bytes } = request.payload;
    const secrets = [...sentSecrets(), ...secretsAt(bytes, request.secretParts)];
    const payload = changedBytes(bytes, (text) => maskKnown(text, secrets));
    const copied = copyAs(format, { ...request, payload });
    if (!copied.ok) {
      showToast({ title: `Can’t be written as ${label}`, description: copied.message, tone: 'warn' });
      return;
    }
    await navigator.clipboard.writeText(copied.text);
    const covered = payload === bytes ? [] : [secretCovered];
    const notes = [credentialsNote[format] ?? inProgram, ...covered, ...copied.notes];
    showToast({ title: `Copied as ${label}`, description: notes.join(' '), tone: 'success' });
  } catch {
    showToast({ title: 'The browser refused to copy', tone: 'error' });
  }
}

const secretCovered = 'Asterisks stand for the secret values of the environment.';
const inProgram = 'It takes its credentials from the environment or the profile.';
const credentialsNote: Partial<Record<CopyAsFormat, string>> = {
  curl: 'It takes its credentials from the environment: AWS_ACCESS_KEY_ID and the like.',
};

export const payloadMissing = 'Its payload was too big for the history.';

export const formatNames: readonly (readonly [CopyAsFormat, string])[] = [
  ['aws-cli', 'AWS CLI'],
  ['curl', 'curl'],
  ['javascript', 'JavaScript (AWS SDK v3)'],
  ['python', 'Python (boto3)'],
  ['go', 'Go (AWS SDK v2)'],
];
