import type { RefObject } from 'react';
import type { Draft } from '../../state/types.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import { UnwrappedNote } from '../../ui/unwrapped-note.tsx';
import { VariablesLine } from './variables-line.tsx';
import './editor-status.css';

/** A fault or a doubt, with its place to jump to. */
export interface PlacedProblem extends TextPlace {
  message: string;
  tone: 'error' | 'warning';
}

export interface EditorNote {
  tone: 'error' | 'warning';
  text: string;
}

export interface EditorStatusProps {
  /** Of the text in the shown editor, in their order. */
  problems: readonly PlacedProblem[];
  /** What concerns the whole of it: its size, and what the last press of Invoke found wrong. */
  notes: readonly EditorNote[];
  /** The lines of the text are too many, or one too long, to be wrapped. */
  unwrapped: boolean;
  editorRef: RefObject<JsonEditorHandle | null>;
  /** Whose payload is shown; null where the client context is. */
  draft: Draft | null;
  onVariables: () => void;
}

/** What is wrong with the text above; nothing when nothing is. The list is to be read, only notes are announced. */
export function EditorStatus(props: EditorStatusProps) {
  const { problems, notes, unwrapped, editorRef, draft, onVariables } = props;
  const empty = problems.length === 0 && notes.length === 0 && !unwrapped;
  return (
    <div className="editor-status" data-empty={empty || undefined}>
      <div role="status">
        {notes.map(({ tone, text }) => (
          <p key={text} className="editor-status-note" data-tone={tone}>
            {text}
          </p>
        ))}
        {unwrapped && <UnwrappedNote />}
      </div>
      {draft && <VariablesLine {...{ draft, onVariables }} />}
      <ul aria-label="Problems" hidden={problems.length === 0}>
        {problems.map(({ line, column, message, tone }) => (
          <li key={`${line}:${column} ${message}`}>
            <button
              type="button"
              className="editor-status-jump"
              data-tone={tone}
              onClick={() => editorRef.current?.reveal(line, column)}
            >
              <span className="mono tabular">
                {line}:{column}
              </span>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
