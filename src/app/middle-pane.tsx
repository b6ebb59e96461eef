import { useQuery } from '@tanstack/react-query';
import { RequestPanel } from '../features/request/request-panel.tsx';
import type { EditorLook } from '../features/request/editor-area.tsx';
import type { JsonProblem } from '../documents/json-problems.ts';
import type { Connection, Draft, Run } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';
import type { Press } from './use-invoke.ts';
import { fieldProblems } from './field-problems.ts';

export interface MiddlePaneProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  run: Run | null;
  look: EditorLook;
  jsonProblems: readonly JsonProblem[];
  onPress: (press: Press) => void;
}

/** The request side, with its suggestions read from the connection. */
export function MiddlePane({
  services,
  draft,
  connection,
  run,
  look,
  jsonProblems,
  onPress,
}: MiddlePaneProps) {
  const functions = useQuery(services.reads.functions(connection));
  const qualifiers = useQuery(services.reads.qualifiers(connection, draft.functionName));
  const { actions } = services.drafts.getState();
  return (
    <RequestPanel
      draft={draft}
      look={look}
      jsonProblems={jsonProblems}
      running={run !== null && run.outcome === null}
      heldBack={connection === undefined ? 'Choose a connection first.' : null}
      functions={(functions.data ?? []).map(({ name, description }) => ({
        value: name,
        detail: description,
      }))}
      qualifiers={qualifiers.data ?? []}
      problems={fieldProblems(run, draft)}
      onPress={(clicks) => onPress(clicks === 0 ? { by: 'key' } : { by: 'pointer', clicks })}
      onChange={(change) => actions.update(draft.id, change)}
      onPayloadText={(text) => {
        const edit = actions.setPayloadText(draft.id, text);
        if (edit.ok && edit.unified) tellUnified();
      }}
      onPayloadFile={(file) => void loadFile(services, draft.id, file)}
      onClientContext={(clientContext) => actions.update(draft.id, { clientContext })}
      onCaret={(caret) => actions.update(draft.id, { caret })}
    />
  );
}

async function loadFile(services: Services, draftId: string, file: File): Promise<void> {
  const { actions } = services.drafts.getState();
  try {
    actions.loadPayloadBytes(draftId, new Uint8Array(await file.arrayBuffer()), file.name);
  } catch {
    showToast({
      title: `${file.name} can’t be read`,
      description: 'The payload stays as it was.',
      tone: 'error',
    });
  }
}

function tellUnified(): void {
  showToast({
    title: 'Line ends were made the same',
    description:
      'The file had mixed line ends; an edited text can have one kind only. Open the file again to have it as it was.',
    tone: 'warn',
  });
}
