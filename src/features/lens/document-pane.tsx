import { useEffect, useRef, useState, type RefObject } from 'react';
import type { LensAddress } from '../../documents/lens/lens-types.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import { DocumentBar } from './document-bar.tsx';
import { LensContent, type LensLook } from './lens-content.tsx';
import { LensNotes } from './lens-notes.tsx';
import type { LensOuter, LensSessionOptions } from './lens-session.ts';
import { openAtCaret } from './open-at-caret.ts';
import './document-pane.css';
import { useLens } from './use-lens.ts';
import { usePlaces } from './use-places.ts';

/** A document that was asked for. */
export interface OpenDocument {
  address: LensAddress;
  /** Where the focus goes when the document is there; null: it stays where it is. */
  arrival: { caret: TextPlace | null } | null;
}

export interface DocumentPaneProps extends OpenDocument {
  /** What holds it: `payload` or `response`. */
  root: string;
  text: string;
  /** Asked when the document opens; null: it is only looked at. */
  outer: (() => LensOuter) | null;
  onPending: LensSessionOptions['onPending'];
  look: LensLook;
  /** Opens another document, inside this one or around it. */
  onGo: (address: LensAddress, caret?: TextPlace | null) => void;
  /** null where what it stands in is closed instead. */
  onClose: (() => void) | null;
  /** Takes what opens the document at the caret in this one; its answer is false where there is none. */
  openers: Set<() => Promise<boolean>>;
  /** null where nothing is edited. */
  onFormat: ((editor: JsonEditorHandle) => void) | null;
}

/** A document inside another one, in an editor of its own. The component is made anew for each address. */
export function DocumentPane(props: DocumentPaneProps) {
  const { root, address, outer, look, onGo } = props;
  const { view, edit, settle } = useLens(props);
  const [id] = useState(nextEditorId);
  const editor = useRef<JsonEditorHandle>(null);
  const caret = useRef<TextPlace | null>(null);
  const shown = view?.text ?? '';
  const inside = usePlaces(shown);
  const section = useRef<HTMLElement>(null);
  useOpenInside(props, { shown, caret });
  useArrival(props.arrival, { isThere: view !== null, editor, section });
  return (
    <section
      ref={section}
      className="document-pane"
      aria-label="Document inside"
      tabIndex={-1}
      onBlur={settle}
    >
      <DocumentBar
        {...{ root, address, inside, onGo }}
        opened={view?.opened ?? null}
        text={() => editor.current?.getText() ?? shown}
        onClose={props.onClose}
        onFormat={props.onFormat && (() => editor.current !== null && props.onFormat?.(editor.current))}
      />
      {view !== null && (
        <>
          <LensNotes
            {...{ view, root }}
            onReveal={({ line, column }) => editor.current?.reveal(line, column)}
          />
          <LensContent
            {...{ id, view, look }}
            readOnly={outer === null}
            editorRef={editor}
            onChange={edit}
            onCaret={(place) => {
              caret.current = place;
            }}
          />
        </>
      )}
    </section>
  );
}

/** Of one text with one undo history: another document is another one. */
function nextEditorId(): string {
  lastEditor += 1;
  return `inside/${lastEditor}`;
}

let lastEditor = 0;

interface CaretIn {
  shown: string;
  caret: RefObject<TextPlace | null>;
}

function useOpenInside({ openers, address, onGo }: DocumentPaneProps, { shown, caret }: CaretIn) {
  useEffect(() => {
    const open = (): Promise<boolean> =>
      openAtCaret({
        text: shown,
        caret: caret.current,
        go: (inside, place) => onGo([...address, ...inside], place),
      });
    openers.add(open);
    return () => void openers.delete(open);
  });
}

interface Arriving {
  isThere: boolean;
  editor: RefObject<JsonEditorHandle | null>;
  section: RefObject<HTMLElement | null>;
}

/** Who opened the document goes on in it; one that is no text, or can't be read, has no editor. */
function useArrival(arrival: OpenDocument['arrival'], { isThere, editor, section }: Arriving) {
  const due = useRef(arrival);
  useEffect(() => {
    if (!isThere || due.current === null) return;
    const { caret } = due.current;
    due.current = null;
    if (editor.current === null) section.current?.focus();
    else if (caret === null) editor.current.focus();
    else editor.current.reveal(caret.line, caret.column);
  }, [isThere, editor, section]);
}
