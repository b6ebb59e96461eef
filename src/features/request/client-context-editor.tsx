import { useEffect, useState, type RefObject } from 'react';
import type { Draft } from '../../state/types.ts';
import { JsonEditor, type EditorProblem, type JsonEditorHandle } from '../../ui/json-editor.tsx';
import { latePart } from '../../ui/late-part.ts';
import { LateView } from '../../ui/late-view.tsx';
import type { EditorLook } from './editor-area.tsx';
import './client-context-editor.css';

export interface ClientContextEditorProps {
  draft: Draft;
  look: EditorLook;
  editorRef: RefObject<JsonEditorHandle | null>;
  onChange: (text: string) => void;
  onSchemaProblems: (problems: EditorProblem[]) => void;
}

/** The client context as JSON text; it is base64-encoded at the send. */
export function ClientContextEditor(props: ClientContextEditorProps) {
  const { draft, look, editorRef, onChange, onSchemaProblems } = props;
  return (
    <div className="client-context-editor">
      <LateView
        part={facts}
        label="The size of the client context"
        props={{
          text: draft.clientContext,
          onInsert: (text) => {
            editorRef.current?.replaceAll(text);
            editorRef.current?.focus();
          },
        }}
      />
      <JsonEditor
        key={draft.id}
        id={`${draft.id}/client-context`}
        label="Client context"
        text={draft.clientContext}
        revision={draft.clientContextRevision}
        onChange={onChange}
        onProblems={onSchemaProblems}
        schema={useSchema()}
        handleRef={editorRef}
        {...look}
      />
    </div>
  );
}

const facts = latePart(async () => (await import('./client-context-facts.tsx')).ClientContextFacts);

/** Comes late, as few open this editor; without it nothing is proposed. */
function useSchema() {
  const [schema, setSchema] = useState<{ uri: string; schema: unknown } | null>(null);
  useEffect(() => {
    import('../../documents/client-context.ts').then(
      ({ clientContextSchema }) =>
        setSchema({ uri: 'inmemory://client-context', schema: clientContextSchema }),
      () => undefined,
    );
  }, []);
  return schema;
}
