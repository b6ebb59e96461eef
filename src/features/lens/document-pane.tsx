import { useEffect, useRef, useState, type RefObject } from 'react';
import type { LensAddress, LensPlaces } from '../../documents/lens/lens-types.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { offsetAt, type TextPlace } from '../../ui/text-place.ts';
import { DocumentBar } from './document-bar.tsx';
import { LensContent, type LensLook } from './lens-content.tsx';
import { LensNotes } from './lens-notes.tsx';
import type { LensOuter, LensSessionOptions } from './lens-session.ts';
import { placeAt } from './lens-words.ts';
import './document-pane.css';
import { useLens } from './use-lens.ts';
import { usePlaces } from './use-places.ts';

export interface DocumentPaneProps {
  /** What holds it: `payload` or `response`. */
  root: string;
  text: string;
  address: LensAddress;
  /** Asked when the document opens; null: it is only looked at. */
  outer: (() => LensOuter) | null;
  onPending: LensSessionOptions['onPending'];
  look: LensLook;
  /** Opens another document, inside this one or around it. */
  onGo: (address: LensAddress) => void;
  /** null where what it stands in is closed instead. */
  onClose: (() => void) | null;
  /** Takes what opens the document at the caret in this one; its answer is false where there is none. */
  openers: Set<() => boolean>;
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
  useOpenAtCaret(props, { inside, shown, caret });
  return (
    <section className="document-pane" aria-label="Document inside" onBlur={settle}>
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
  inside: LensPlaces;
  shown: string;
  caret: RefObject<TextPlace | null>;
}

function useOpenAtCaret({ openers, address, onGo }: DocumentPaneProps, { inside, shown, caret }: CaretIn) {
  useEffect(() => {
    const open = (): boolean => {
      if (caret.current === null) return false;
      const place = placeAt(inside, offsetAt(shown, caret.current));
      if (place !== undefined) onGo([...address, ...place.address]);
      return place !== undefined;
    };
    openers.add(open);
    return () => void openers.delete(open);
  });
}
