import type { RefObject } from 'react';
import type { EventType } from '../../documents/event-type-list.ts';
import { payloadText } from '../../documents/payload.ts';
import {
  JsonEditor,
  type EditorProblem,
  type EditorSchema,
  type JsonEditorHandle,
} from '../../ui/json-editor.tsx';
import { latePart } from '../../ui/late-part.ts';
import { LateView } from '../../ui/late-view.tsx';
import type { EditorAreaProps } from './editor-area.tsx';

export interface PayloadEditorProps extends Pick<
  EditorAreaProps,
  'draft' | 'look' | 'eventType' | 'learned' | 'onPayloadText' | 'onBinaryText' | 'onCaret'
> {
  editorRef: RefObject<JsonEditorHandle | null>;
  onSchemaProblems: (problems: EditorProblem[]) => void;
  onUnwrapped: (unwrapped: boolean) => void;
}

/** The payload as text, or as bytes when it is not text. */
export function PayloadEditor(props: PayloadEditorProps) {
  const { draft, look, eventType, learned, editorRef } = props;
  if (draft.payload.encoding === 'binary') {
    const binary = { bytes: draft.payload.bytes, onText: props.onBinaryText };
    return <LateView part={binaryPayload} props={binary} label="The binary payload" />;
  }
  return (
    <JsonEditor
      key={draft.id}
      id={`${draft.id}/payload`}
      label="Payload"
      text={payloadText(draft.payload)}
      revision={draft.payloadRevision}
      onChange={props.onPayloadText}
      onCaret={props.onCaret}
      onProblems={props.onSchemaProblems}
      onUnwrapped={props.onUnwrapped}
      schema={schemaOf(eventType) ?? learned?.schema}
      hints={learned?.hints}
      initialCaret={draft.caret}
      earlyTextId="early-text"
      handleRef={editorRef}
      {...look}
    />
  );
}

const binaryPayload = latePart(async () => (await import('./binary-payload.tsx')).BinaryPayload);

function schemaOf(eventType: EventType | null): EditorSchema | null {
  return eventType && { uri: `inmemory://event-types/${eventType.id}`, schema: eventType.schema };
}
