import type { RefObject } from 'react';
import { payloadText } from '../../documents/payload.ts';
import { HexView } from '../../ui/hex-view.tsx';
import { JsonEditor, type JsonEditorHandle } from '../../ui/json-editor.tsx';
import type { EditorAreaProps } from './editor-area.tsx';

export interface PayloadEditorProps extends EditorAreaProps {
  editorRef: RefObject<JsonEditorHandle | null>;
}

/** The payload as text, or as bytes when it is not text. */
export function PayloadEditor({ draft, look, editorRef, onPayloadText, onCaret }: PayloadEditorProps) {
  if (draft.payload.encoding === 'binary') {
    return <HexView bytes={draft.payload.bytes} label="Payload" />;
  }
  return (
    <JsonEditor
      key={draft.id}
      id={`${draft.id}/payload`}
      label="Payload"
      text={payloadText(draft.payload)}
      revision={draft.payloadRevision}
      onChange={onPayloadText}
      onCaret={onCaret}
      initialCaret={draft.caret}
      earlyTextId="early-text"
      handleRef={editorRef}
      {...look}
    />
  );
}
