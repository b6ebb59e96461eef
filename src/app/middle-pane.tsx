import type { RefObject } from 'react';
import { RequestPanel } from '../features/request/request-panel.tsx';
import type { EditorLook } from '../features/request/editor-area.tsx';
import type { RequestHandle } from '../features/request/request-handle.ts';
import type { JsonProblem } from '../documents/json-problems.ts';
import type { Connection, Draft, Run } from '../state/types.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import type { Services } from './compose.ts';
import type { LensHostProps } from './lens-host.tsx';
import type { Press } from './use-invoke.ts';
import { fieldProblems } from './field-problems.ts';
import type * as payloadFile from './payload-file.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { sayNotLoaded } from './not-loaded.ts';
import { useEventType } from './use-event-type.ts';
import { useLearned } from './use-learned.ts';
import { useTarget } from './use-target.ts';

export interface MiddlePaneProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  run: Run | null;
  look: EditorLook;
  /** null while a large payload is looked at. */
  jsonProblems: readonly JsonProblem[] | null;
  onPress: (press: Press) => void;
  onChooseEventType: () => void;
  onVariables: () => void;
  ways: readonly MenuEntry[];
  onSamples: () => void;
  handleRef: RefObject<RequestHandle | null>;
}

/** The request side, with its suggestions read from the connection. */
export function MiddlePane(props: MiddlePaneProps) {
  const { services, draft, connection, run, jsonProblems, onPress, ...rest } = props;
  const eventType = useEventType(draft.eventType);
  const learned = useLearned(services, draft);
  const target = useTarget({ services, draft, connection });
  const { actions } = services.drafts.getState();
  return (
    <RequestPanel
      {...rest}
      draft={draft}
      work={services.jsonWork}
      running={run !== null && run.outcome === null}
      heldBack={connection === undefined ? 'Choose a connection first.' : null}
      {...target}
      connection={connection}
      eventType={eventType}
      learned={learned}
      jsonProblems={jsonProblems ?? []}
      problems={fieldProblems(run, draft)}
      onPress={(clicks) => onPress(clicks === 0 ? { by: 'key' } : { by: 'pointer', clicks })}
      onChange={(change) => actions.update(draft.id, change)}
      onPayloadText={(text) => {
        const edit = actions.setPayloadText(draft.id, text);
        if (edit.ok && edit.unified) withFiles(({ tellUnified }) => tellUnified());
      }}
      onBinaryText={(text) => withFiles((files) => files.replaceBinaryPayload(services, draft, text))}
      onPayloadFile={(file) => withFiles((files) => void files.loadPayloadFile(services, draft.id, file))}
      onClientContext={(clientContext) => actions.update(draft.id, { clientContext })}
      onCaret={(caret) => actions.update(draft.id, { caret })}
      documentsInside={(ports) => lens({ services, draft, look: rest.look, ports })}
    />
  );
}

/** What concerns files comes in the same idle moment as the lens, or with the first file. */
function withFiles(act: (files: typeof payloadFile) => void): void {
  import('./payload-file.ts').then(act, sayNotLoaded);
}

function lens(host: LensHostProps) {
  return <Late key={host.draft.id} part={lensHost} props={host} />;
}

/** In an idle moment. */
const lensHost = latePart(async () => {
  await new Promise<void>((resolve) => whenIdle(resolve));
  import('./payload-file.ts').catch(() => undefined);
  return (await import('./lens-host.tsx')).LensHost;
});
