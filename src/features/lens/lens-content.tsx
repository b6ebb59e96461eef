import { useEffect, useState, type RefObject } from 'react';
import { forgetEditorDocument } from '../../ui/load-monaco.ts';
import { HexView } from '../../ui/hex-view.tsx';
import { JsonEditor, type JsonEditorHandle } from '../../ui/json-editor.tsx';
import { UnwrappedNote } from '../../ui/unwrapped-note.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import type { LensView } from './lens-session.ts';

export interface LensLook {
  theme: 'dark' | 'light';
  fontSize: number;
  wrap: boolean;
}

export interface LensContentProps {
  id: string;
  view: LensView;
  look: LensLook;
  readOnly: boolean;
  editorRef: RefObject<JsonEditorHandle | null>;
  onChange: (shown: string) => void;
  onCaret: (caret: TextPlace) => void;
}

/** The document as text, or as bytes where it is none. A text that can't be written now stays, to be copied. */
export function LensContent({ id, view, look, readOnly, editorRef, onChange, onCaret }: LensContentProps) {
  const { opened, problem, text, revision } = view;
  const [unwrapped, setUnwrapped] = useState(false);
  useEffect(() => () => forgetEditorDocument(id), [id]);
  if (opened === null) return null;
  if (opened.text === null) return <HexView bytes={opened.bytes} label="Document inside" />;
  const isHeld = problem !== null && problem.reason !== 'unwritable';
  return (
    <div className="document-pane-editor">
      <JsonEditor
        id={id}
        label="Document inside"
        language={opened.text.isJson ? 'json' : 'plaintext'}
        readOnly={readOnly || isHeld}
        {...{ text, revision, onChange, onCaret, ...look }}
        onUnwrapped={setUnwrapped}
        handleRef={editorRef}
      />
      <div role="status">{unwrapped && <UnwrappedNote />}</div>
    </div>
  );
}
