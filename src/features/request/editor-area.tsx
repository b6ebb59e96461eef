import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import type { EventType } from '../../documents/event-type-list.ts';
import type { JsonProblem } from '../../documents/json-problems.ts';
import type { JsonWork } from '../../state/json-work.ts';
import type { Draft } from '../../state/types.ts';
import type { EditorHint, EditorSchema, JsonEditorHandle } from '../../ui/json-editor.tsx';
import { latePart } from '../../ui/late-part.ts';
import { LateView } from '../../ui/late-view.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import { TabPanel, Tabs, type TabDescription } from '../../ui/tabs.tsx';
import { ClientContextEditor } from './client-context-editor.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import type { InsidePorts } from './inside-ports.ts';
import { PayloadEditor } from './payload-editor.tsx';
import type { RequestHandle } from './request-handle.ts';
import { useEditorStatus } from './use-editor-status.ts';
import { useFileDrop } from './use-file-drop.ts';
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
  focus: (tab?: EditorTab, at?: TextPlace) => void;
}

export interface EditorAreaProps {
  draft: Draft;
  look: EditorLook;
  work: JsonWork;
  problems: ReadonlyMap<string, string>;
  /** Faults of the payload as JSON. */
  jsonProblems: readonly JsonProblem[];
  /** What the payload is meant to be; null also while its schema is on the way. */
  eventType: EventType | null;
  /** What was learned of the payloads of the function; an event type stands above it. */
  learned: { schema: EditorSchema; hints: readonly EditorHint[] } | null;
  onChooseEventType: () => void;
  onSamples: () => void;
  /** Shows the variables of the payload, to turn them on or off. */
  onVariables: () => void;
  onPayloadText: (text: string) => void;
  /** A text in the place of bytes that are none. */
  onBinaryText: (text: string) => void;
  onPayloadFile: (file: File) => void;
  onClientContext: (text: string) => void;
  onCaret: (caret: { line: number; column: number }) => void;
  /** Below the payload: a document inside of it, when one is open. */
  documentsInside: (ports: InsidePorts) => ReactNode;
  areaRef?: Ref<EditorAreaHandle> | undefined;
}

/** Payload and client context, each in its own editor. */
export function EditorArea(props: EditorAreaProps) {
  const { draft, look, work, problems, areaRef } = props;
  const [tab, setTab] = useState<EditorTab>('payload');
  const editorRef = useRef<JsonEditorHandle>(null);
  const openFileRef = useRef<() => void>(null);
  const toolbarRef = useRef<HTMLSpanElement>(null);
  const wantsFocus = useRef<(() => void) | null>(null);
  const edit = useJsonEdits(editorRef, work);
  const { onSchemaProblems, onUnwrapped, ...status } = useEditorStatus({ ...props, tab });
  const openFile = (file: File): void => {
    setTab('payload');
    props.onPayloadFile(file);
  };
  const drop = useFileDrop(openFile);

  useEffect(() => {
    wantsFocus.current?.();
    wantsFocus.current = null;
  });
  useImperativeHandle(areaRef, () => ({
    focus(wanted = tab, at) {
      const enter = (): void =>
        at ? editorRef.current?.reveal(at.line, at.column) : editorRef.current?.focus();
      if (wanted === tab) enter();
      else wantsFocus.current = enter;
      setTab(wanted);
    },
    edit,
    editor: () => editorRef.current,
    openFile: () => openFileRef.current?.(),
  }));

  return (
    <div className="editor-area" role="group" aria-label="Editors" {...drop.handlers}>
      <Tabs
        label="Editors"
        className="editor-area-tabs"
        value={tab}
        onChange={setTab}
        tabs={[{ id: 'payload', label: 'Payload' }, clientContextTab(draft, problems.has('clientContext'))]}
        trailing={
          <EditorToolbar
            tab={tab}
            draft={draft}
            eventType={props.eventType}
            openFileRef={openFileRef}
            insideRef={toolbarRef}
            onChooseEventType={props.onChooseEventType}
            onSamples={props.onSamples}
            onEdit={edit}
            onFold={(folded) => editorRef.current?.fold(folded)}
            onFile={openFile}
          />
        }
      >
        <TabPanel id="payload" className="editor-area-payload">
          <PayloadEditor {...props} {...{ editorRef, onSchemaProblems, onUnwrapped }} />
          {props.documentsInside({ editorRef, toolbarRef })}
        </TabPanel>
        <TabPanel id="client-context">
          <ClientContextEditor
            {...{ draft, look, editorRef, onSchemaProblems }}
            onChange={props.onClientContext}
          />
        </TabPanel>
      </Tabs>
      <LateView
        part={editorStatus}
        props={{
          ...status,
          editorRef,
          draft: tab === 'payload' ? draft : null,
          onVariables: props.onVariables,
        }}
        label="What is wrong with the text"
      />
      {drop.over && <p className="editor-area-drop">Drop the file to make it the payload</p>}
    </div>
  );
}

const editorStatus = latePart(async () => (await import('./editor-status.tsx')).EditorStatus);

function clientContextTab(draft: Draft, refused: boolean): TabDescription<EditorTab> {
  const tab = { id: 'client-context', label: 'Client context' } as const;
  if (refused) return { ...tab, tone: 'error' };
  return draft.clientContext === '' ? tab : { ...tab, tone: 'info' };
}
