import { SquareTerminal } from 'lucide-react';
import type { CopyAsFormat } from '../../../documents/copy-as/copy-as.ts';
import type { Run } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast.ts';

/** Takes a run along into a terminal or a program: the same invocation, its bytes exactly, no credential in it. */
export function CopyAsMenu({ run, withText = false }: { run: Run; withText?: boolean }) {
  const icon = <SquareTerminal aria-hidden="true" />;
  const missing =
    run.omitted.request === undefined ? {} : { disabledReason: 'Its payload was too big for the history.' };
  return (
    <Menu
      align="end"
      trigger={
        withText ? (
          <Button size="small" icon={icon}>
            Copy as
          </Button>
        ) : (
          <IconButton label="Copy as" size="small" icon={icon} />
        )
      }
      items={formats.map(([format, label]) => ({
        id: format,
        label,
        onSelect: () => void copyRunAs(run, format, label),
        ...missing,
      }))}
    />
  );
}

const formats: readonly (readonly [CopyAsFormat, string])[] = [
  ['aws-cli', 'AWS CLI'],
  ['curl', 'curl'],
  ['javascript', 'JavaScript (AWS SDK v3)'],
  ['python', 'Python (boto3)'],
  ['go', 'Go (AWS SDK v2)'],
];

async function copyRunAs({ request }: Run, format: CopyAsFormat, label: string): Promise<void> {
  try {
    const { copyAs } = await import('../../../documents/copy-as/copy-as.ts');
    const copied = copyAs(format, { ...request, payload: request.payload.bytes });
    if (!copied.ok) {
      showToast({ title: `Can’t be written as ${label}`, description: copied.message, tone: 'warn' });
      return;
    }
    await navigator.clipboard.writeText(copied.text);
    const notes = [credentialsNote[format] ?? inProgram, ...copied.notes];
    showToast({ title: `Copied as ${label}`, description: notes.join(' '), tone: 'success' });
  } catch {
    showToast({ title: 'The browser refused to copy', tone: 'error' });
  }
}

const inProgram = 'It takes its credentials from the environment or the profile.';
const credentialsNote: Partial<Record<CopyAsFormat, string>> = {
  curl: 'It takes its credentials from the environment: AWS_ACCESS_KEY_ID and the like.',
};
