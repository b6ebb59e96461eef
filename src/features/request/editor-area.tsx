import { useRef, useState } from 'react';
import { formatJson } from '../../documents/json-format.ts';
import { jsonProblems as findJsonProblems, type JsonProblem } from '../../documents/json-problems.ts';
import type { Draft } from '../../state/types.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { ClientContextEditor } from './client-context-editor.tsx';
import { EditorStatus } from './editor-status.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { PayloadEditor } from './payload-editor.tsx';
import './editor-area.css';

export interface EditorLook {
  theme: 'dark' | 'light';
  fontSize: number;
  wrap: boolean;
}

export interface EditorAreaProps {
  draft: Draft;
  look: EditorLook;
  problems: ReadonlyMap<string, string>;
  /** Faults of the payload as JSON. */
  jsonProblems: readonly JsonProblem[];
  onPayloadText: (text: string) => void;
  onPayloadFile: (file: File) => void;
  onClientContext: (text: string) => void;
  onCaret: (caret: { line: number; column: number }) => void;
}

/** Payload and client context, each in its own editor. */
export function EditorArea(props: EditorAreaProps) {
  const { draft, look, problems, jsonProblems } = props;
  const [tab, setTab] = useState<'payload' | 'client-context'>('payload');
  const editorRef = useRef<JsonEditorHandle>(null);
  const contextProblem = problems.get('clientContext');
  return (
    <div
      className="editor-area"
      role="group"
      aria-label="Editors"
      onKeyDownCapture={(event) => {
        // By its place: with Alt, some layouts give another letter.
        if (event.code !== 'KeyF' || !event.shiftKey || !event.altKey || event.ctrlKey || event.metaKey)
          return;
        event.preventDefault();
        event.stopPropagation();
        formatIn(editorRef.current);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer.files.item(0);
        if (file === null) return;
        event.preventDefault();
        props.onPayloadFile(file);
      }}
    >
      <Tabs
        label="Editors"
        className="editor-area-tabs"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'payload', label: 'Payload' },
          {
            id: 'client-context',
            label: 'Client context',
            ...(contextProblem === undefined
              ? draft.clientContext === ''
                ? {}
                : { tone: 'info' as const }
              : { tone: 'error' as const }),
          },
        ]}
        trailing={
          <EditorToolbar
            binary={tab === 'payload' && draft.payload.encoding === 'binary'}
            editorRef={editorRef}
            onFile={props.onPayloadFile}
          />
        }
      >
        <TabPanel id="payload">
          <PayloadEditor {...props} editorRef={editorRef} />
        </TabPanel>
        <TabPanel id="client-context">
          <ClientContextEditor
            draft={draft}
            look={look}
            editorRef={editorRef}
            onChange={props.onClientContext}
          />
        </TabPanel>
      </Tabs>
      <EditorStatus
        payloadProblem={tab === 'payload' ? draft.payloadProblem : null}
        jsonProblems={tab === 'payload' ? jsonProblems : contextProblems(draft.clientContext)}
        fieldProblem={tab === 'payload' ? problems.get('payload') : contextProblem}
        editorRef={editorRef}
      />
    </div>
  );
}

/** A client context is small by its limit, so it is looked at with each change. */
function contextProblems(text: string): readonly JsonProblem[] {
  return text.trim() === '' ? [] : findJsonProblems(text);
}

function formatIn(editor: JsonEditorHandle | null): void {
  editor?.replaceAll(formatJson(editor.getText()));
}
