import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Ref } from 'react';
import { jsonProblems as findJsonProblems, type JsonProblem } from '../../documents/json-problems.ts';
import type { JsonWork } from '../../state/json-work.ts';
import type { Draft } from '../../state/types.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { TabPanel, Tabs, type TabDescription } from '../../ui/tabs.tsx';
import { ClientContextEditor } from './client-context-editor.tsx';
import { EditorStatus } from './editor-status.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { PayloadEditor } from './payload-editor.tsx';
import type { RequestHandle } from './request-handle.ts';
import { useJsonEdits } from './use-json-edits.ts';
import './editor-area.css';

export interface EditorLook {
  theme: 'dark' | 'light';
  fontSize: number;
  wrap: boolean;
}

export type EditorTab = 'payload' | 'client-context';

export interface EditorAreaHandle extends Omit<RequestHandle, 'focus'> {
  /** Shows that editor, or the one that is shown, and gives it the focus. */
  focus: (tab?: EditorTab) => void;
}

export interface EditorAreaProps {
  draft: Draft;
  look: EditorLook;
  work: JsonWork;
  problems: ReadonlyMap<string, string>;
  /** Faults of the payload as JSON. */
  jsonProblems: readonly JsonProblem[];
  onPayloadText: (text: string) => void;
  onPayloadFile: (file: File) => void;
  onClientContext: (text: string) => void;
  onCaret: (caret: { line: number; column: number }) => void;
  areaRef?: Ref<EditorAreaHandle> | undefined;
}

/** Payload and client context, each in its own editor. */
export function EditorArea(props: EditorAreaProps) {
  const { draft, look, work, problems, jsonProblems, onPayloadFile, areaRef } = props;
  const [tab, setTab] = useState<EditorTab>('payload');
  const editorRef = useRef<JsonEditorHandle>(null);
  const openFileRef = useRef<() => void>(null);
  const wantsFocus = useRef(false);
  const edit = useJsonEdits(editorRef, work);
  const contextProblem = problems.get('clientContext');
  const onPayload = tab === 'payload';

  useEffect(() => {
    if (wantsFocus.current) editorRef.current?.focus();
    wantsFocus.current = false;
  });
  useImperativeHandle(areaRef, () => ({
    focus(wanted = tab) {
      if (wanted === tab) editorRef.current?.focus();
      else wantsFocus.current = true;
      setTab(wanted);
    },
    edit,
    fold: (folded) => editorRef.current?.fold(folded),
    find: () => editorRef.current?.openFind(),
    toggleTabMovesFocus: () => editorRef.current?.toggleTabMovesFocus(),
    openFile: () => openFileRef.current?.(),
  }));

  return (
    <div
      className="editor-area"
      role="group"
      aria-label="Editors"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer.files.item(0);
        if (file === null) return;
        event.preventDefault();
        onPayloadFile(file);
      }}
    >
      <Tabs
        label="Editors"
        className="editor-area-tabs"
        value={tab}
        onChange={setTab}
        tabs={[{ id: 'payload', label: 'Payload' }, clientContextTab(draft, contextProblem)]}
        trailing={
          <EditorToolbar
            binary={onPayload && draft.payload.encoding === 'binary'}
            openFileRef={openFileRef}
            onEdit={edit}
            onFold={(folded) => editorRef.current?.fold(folded)}
            onFile={onPayloadFile}
          />
        }
      >
        <TabPanel id="payload">
          <PayloadEditor {...props} editorRef={editorRef} />
        </TabPanel>
        <TabPanel id="client-context">
          <ClientContextEditor {...{ draft, look, editorRef }} onChange={props.onClientContext} />
        </TabPanel>
      </Tabs>
      <EditorStatus
        payloadProblem={onPayload ? draft.payloadProblem : null}
        jsonProblems={onPayload ? jsonProblems : contextProblems(draft.clientContext)}
        fieldProblem={onPayload ? problems.get('payload') : contextProblem}
        editorRef={editorRef}
      />
    </div>
  );
}

function clientContextTab(draft: Draft, problem: string | undefined): TabDescription<EditorTab> {
  const tab = { id: 'client-context', label: 'Client context' } as const;
  if (problem !== undefined) return { ...tab, tone: 'error' };
  return draft.clientContext === '' ? tab : { ...tab, tone: 'info' };
}

/** A client context is small by its limit, so it is looked at with each change. */
function contextProblems(text: string): readonly JsonProblem[] {
  return text.trim() === '' ? [] : findJsonProblems(text);
}
