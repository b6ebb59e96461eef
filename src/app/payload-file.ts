import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';

/** Far over what Lambda takes: such a file was chosen by mistake, and reading it could end the page. */
const largestFileBytes = 64 * 1024 * 1024;

/** Makes a file the payload, byte for byte, with a way back. */
export async function loadPayloadFile(services: Services, draftId: string, file: File): Promise<void> {
  const { actions, drafts } = services.drafts.getState();
  const before = drafts.find(({ id }) => id === draftId);
  if (before === undefined) return;
  const bytes = await readFile(file);
  if (bytes === null) return;
  actions.loadPayloadBytes(draftId, bytes, file.name);
  if (before.payload.bytes.length === 0) return;
  showToast({
    title: `The payload is ${file.name} now`,
    action: {
      label: 'Undo',
      onSelect: () => {
        actions.loadPayloadBytes(draftId, before.payload.bytes);
        actions.rename(draftId, before.title);
      },
    },
  });
}

async function readFile(file: File): Promise<Uint8Array | null> {
  if (file.size > largestFileBytes) {
    showToast({
      title: `${file.name} is too large`,
      description: 'Lambda takes payloads up to 6 MB. The payload stays as it was.',
      tone: 'error',
    });
    return null;
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    showToast({
      title: `${file.name} can’t be read`,
      description: 'The payload stays as it was.',
      tone: 'error',
    });
    return null;
  }
}

/** An edit had to bring mixed line ends to one kind. */
export function tellUnified(): void {
  showToast({
    title: 'Line ends were made the same',
    description:
      'The file had mixed line ends; an edited text can have one kind only. Open the file again to have it as it was.',
    tone: 'warn',
  });
}
