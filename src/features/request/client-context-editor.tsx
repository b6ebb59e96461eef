import type { RefObject } from 'react';
import type { Draft } from '../../state/types.ts';
import { JsonEditor, type JsonEditorHandle } from '../../ui/json-editor.tsx';
import type { EditorLook } from './editor-area.tsx';

export interface ClientContextEditorProps {
  draft: Draft;
  look: EditorLook;
  editorRef: RefObject<JsonEditorHandle | null>;
  onChange: (text: string) => void;
}

/** The client context as JSON text; it is base64-encoded at the send. */
export function ClientContextEditor({ draft, look, editorRef, onChange }: ClientContextEditorProps) {
  return (
    <JsonEditor
      key={draft.id}
      id={`${draft.id}/client-context`}
      label="Client context"
      text={draft.clientContext}
      revision={draft.clientContextRevision}
      onChange={onChange}
      handleRef={editorRef}
      {...look}
    />
  );
}
