import type { Draft } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';

/** Far over what Lambda takes: such a file was chosen by mistake, and reading it could end the page. */
const largestFileBytes = 64 * 1024 * 1024;

/** Makes a file the payload, byte for byte, with a way back. */
export async function loadPayloadFile(services: Services, draftId: string, file: File): Promise<void> {
  const bytes = await readFile(file);
  const { actions, drafts } = services.drafts.getState();
  const before = drafts.find(({ id }) => id === draftId);
  if (bytes === null || before === undefined) return;
  actions.loadPayloadBytes(draftId, bytes, file.name);
  if (before.payload.bytes.length > 0) offerUndo(services, before, `The payload is ${file.name} now`);
}

/** A text in the place of bytes that are none, with a way back to the bytes. */
export function replaceBinaryPayload(services: Services, before: Draft, text: string): void {
  services.drafts.getState().actions.loadPayloadBytes(before.id, new TextEncoder().encode(text));
  offerUndo(services, before, 'The payload is text now');
}

/** Says what the payload is now, and brings back to the byte what it was. */
export function offerUndo({ drafts }: Pick<Services, 'drafts'>, before: Draft, title: string): void {
  const { actions } = drafts.getState();
  const undo = (): void => {
    actions.loadPayloadBytes(before.id, before.payload.bytes);
    actions.rename(before.id, before.title);
    actions.update(before.id, { eventType: before.eventType });
  };
  showToast({ title, action: { label: 'Undo', onSelect: undo } });
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
