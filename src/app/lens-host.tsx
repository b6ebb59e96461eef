import { applyParts } from '../documents/lens/write-document.ts';
import { payloadText } from '../documents/payload.ts';
import type { EditorLook } from '../features/request/editor-area.tsx';
import type { InsidePorts } from '../features/request/inside-ports.ts';
import { PayloadLens } from '../features/lens/payload-lens.tsx';
import type { Draft } from '../state/types.ts';
import type { Services } from './compose.ts';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import { keymap } from './keymap.ts';

export interface LensHostProps {
  services: Services;
  draft: Draft;
  look: EditorLook;
  ports: InsidePorts;
}

/** The documents inside the payload of a draft. */
export function LensHost({ services, draft, look, ports }: LensHostProps) {
  const { drafts, jsonWork, lens } = services;
  const readAside = (): string => {
    const current = drafts.getState().drafts.find(({ id }) => id === draft.id);
    return payloadText((current ?? draft).payload);
  };
  if (draft.payload.encoding === 'binary') return null;
  return (
    <>
      {draft.variables && <Late part={variableMarks} props={{ draft, editorRef: ports.editorRef }} />}
      <PayloadLens
        {...{ look, readAside }}
        link={lens}
        {...ports}
        draftId={draft.id}
        text={payloadText(draft.payload)}
        caret={draft.caret}
        work={jsonWork}
        shortcut={keymap['open-inside']}
        onPartsAside={(parts) =>
          drafts.getState().actions.replacePayloadText(draft.id, applyParts(readAside(), parts))
        }
      />
    </>
  );
}

const variableMarks = latePart(async () => (await import('./variable-marks-host.tsx')).VariableMarksHost);
