import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import './json-editor.css';
import { EditorSession } from './editor-session.ts';
import type {
  EditorHint,
  EditorLook,
  EditorMark,
  EditorPart,
  EditorPhase,
  EditorProblem,
  EditorSchema,
  EditorSessionOptions,
} from './editor-session.ts';
import { Spinner } from './spinner.tsx';
import type { TextPlace } from './text-place.ts';

export type { EditorHint, EditorMark, EditorProblem, EditorSchema } from './editor-session.ts';
export type { TextPlace } from './text-place.ts';

export interface JsonEditorHandle {
  focus: () => void;
  /** Puts the caret there, brings it into view and takes the focus. */
  reveal: (line: number, column: number) => void;
  /** The text as it is now; what the owner has not been told yet is told first. */
  getText: () => string;
  /** An edit like the user's own, in one step that can be undone. */
  replaceAll: (text: string) => void;
  /**
   * An edit of some places at once, one step to undo; caret and view stay where they are. The owner of a large text is
   * told at the next pause, or by `getText`. Not by the plain text area.
   */
  replaceParts: (parts: readonly EditorPart[]) => boolean;
  /** Parts with a meaning of their own, in the place of those before. They move with the text around them. */
  setMarks: (marks: readonly EditorMark[]) => void;
  undo: () => void;
  openFind: () => void;
  /** Folds all but the outermost level, or unfolds everything. */
  fold: (folded: boolean) => void;
  /** Whether Tab moves the focus or indents; the editor says which. Also Ctrl+M. */
  toggleTabMovesFocus: () => void;
}

export interface JsonEditorProps extends EditorLook {
  /** One text with one undo history; it stays when another id is shown meanwhile (load-monaco.ts: `forgetEditorDocument`). */
  id: string;
  /** Accessible name of the text box. */
  label: string;
  /** The owner's text, without a byte order mark. It is looked at when `id` or `revision` changes, never between. */
  text: string;
  revision: number;
  /** Told at each edit; for texts over 100,000 characters at the next pause in typing, and before any page key. */
  onChange: (text: string) => void;
  onCaret?: ((caret: TextPlace) => void) | undefined;
  initialCaret?: TextPlace | null | undefined;
  readOnly?: boolean | undefined;
  /** @default 'json' */
  language?: 'json' | 'plaintext' | undefined;
  schema?: EditorSchema | null | undefined;
  /** Places worth a look, which are no problems. */
  hints?: readonly EditorHint[] | undefined;
  /** What Monaco finds wrong, for texts up to a million characters. */
  onProblems?: ((problems: EditorProblem[]) => void) | undefined;
  /** Whether lines stay whole though they should wrap: those of a text over 100,000 lines, or with a line that long. */
  onUnwrapped?: ((unwrapped: boolean) => void) | undefined;
  /** Id of a text area of the static page: what was typed there before this came is taken over with its caret. */
  earlyTextId?: string | undefined;
  handleRef?: Ref<JsonEditorHandle> | undefined;
}

/**
 * An editor for JSON texts up to 6 MB. Keys count from the first paint: a plain text area takes them until Monaco
 * has come in an idle moment, and its text, selection and focus go over. Monaco owns the text; React never sets
 * it while the user types.
 */
export function JsonEditor(props: JsonEditorProps) {
  return <OneDocument key={props.id} {...props} />;
}

function OneDocument({ handleRef, ...props }: JsonEditorProps) {
  const { label, text, revision, theme, fontSize, wrap, readOnly = false, schema = null } = props;
  const { hints = noHints } = props;
  const frameRef = useRef<HTMLDivElement>(null);
  const sessionRef = useRef<EditorSession>(null);
  const [phase, setPhase] = useState<EditorPhase>('loading');
  // What the session calls is always of the last render, though it is made once.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (!frameRef.current) return undefined;
    const session = new EditorSession(frameRef.current, sessionOptions(latest, setPhase));
    sessionRef.current = session;
    return () => session.dispose();
  }, []);
  useEffect(() => sessionRef.current?.setOwnerText(latest.current.text, revision), [revision]);
  useEffect(() => sessionRef.current?.setLook({ theme, fontSize, wrap }), [theme, fontSize, wrap]);
  useEffect(() => sessionRef.current?.setReadOnly(readOnly), [readOnly]);
  useEffect(() => sessionRef.current?.setSchema(schema), [schema]);
  useEffect(() => sessionRef.current?.setHints(hints), [hints]);
  useImperativeHandle(
    handleRef,
    () => ({
      focus: () => sessionRef.current?.focus(),
      reveal: (line, column) => sessionRef.current?.reveal({ line, column }),
      getText: () => sessionRef.current?.getText() ?? latest.current.text,
      replaceAll: (replacement) => sessionRef.current?.replaceAll(replacement),
      replaceParts: (parts) => sessionRef.current?.replaceParts(parts) ?? false,
      setMarks: (marks) => sessionRef.current?.setMarks(marks),
      undo: () => sessionRef.current?.run('undo'),
      openFind: () => sessionRef.current?.run('actions.find'),
      fold: (folded) => sessionRef.current?.run(folded ? 'editor.foldLevel2' : 'editor.unfoldAll'),
      toggleTabMovesFocus: () => sessionRef.current?.run('editor.action.toggleTabFocusMode'),
      // One handle for one document: who waits for something knows by it whether the same is shown still.
    }),
    [],
  );

  return (
    <div ref={frameRef} className="json-editor" data-editor={phase === 'ready' ? 'ready' : 'loading'}>
      {/* The second class is where Monaco sets its colours: its context menu stands beside the editor, not in it. */}
      <div className="json-editor-host monaco-component" data-host="" />
      {phase !== 'ready' && <EarlyText {...{ label, text, readOnly, fontSize, wrap }} />}
      {phase === 'failed' && (
        <p className="json-editor-note" role="status">
          The full editor could not be loaded. This plain one works.
        </p>
      )}
    </div>
  );
}

const noHints: readonly EditorHint[] = [];

function sessionOptions(
  latest: { readonly current: JsonEditorProps },
  onPhase: (phase: EditorPhase) => void,
): EditorSessionOptions {
  const { id, label, text, revision, theme, fontSize, wrap } = latest.current;
  const {
    language = 'json',
    initialCaret = null,
    earlyTextId = null,
    readOnly = false,
    schema = null,
    hints = noHints,
  } = latest.current;
  return {
    id,
    label,
    text,
    revision,
    language,
    readOnly,
    schema,
    hints,
    earlyTextId,
    onPhase,
    caret: initialCaret,
    look: { theme, fontSize, wrap },
    onChange: (changed) => latest.current.onChange(changed),
    onCaret: (caret) => latest.current.onCaret?.(caret),
    onProblems: (problems) => latest.current.onProblems?.(problems),
    onUnwrapped: (unwrapped) => latest.current.onUnwrapped?.(unwrapped),
  };
}

type EarlyTextProps = Pick<JsonEditorProps, 'label' | 'text' | 'readOnly' | 'fontSize' | 'wrap'>;

/** Takes keys until Monaco has come. Texts that would freeze a text area wait for it. */
function EarlyText({ label, text, readOnly, fontSize, wrap }: EarlyTextProps) {
  if (text.length > longestEarlyText) {
    return (
      <div className="json-editor-wait">
        <Spinner label="Loading the editor" />
      </div>
    );
  }
  return (
    <textarea
      className="json-editor-early mono"
      data-early=""
      aria-label={label}
      defaultValue={text}
      readOnly={readOnly}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      wrap={wrap ? 'soft' : 'off'}
      style={{ fontSize, lineHeight: `${Math.round(fontSize * 1.5)}px` }}
    />
  );
}

/** A text area of 6 MB blocks the page for six seconds. */
const longestEarlyText = 200_000;
