import type { RefObject } from 'react';
import type { JsonProblem } from '../../documents/json-problems.ts';
import type { Draft } from '../../state/types.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import './editor-status.css';

export interface EditorStatusProps {
  /** The text has no bytes (half a character): it cannot be sent at all. */
  payloadProblem: Draft['payloadProblem'];
  /** Faults of the JSON in the shown editor, first ones only. */
  jsonProblems: readonly JsonProblem[];
  /** What the last press of Invoke found wrong with this editor's text. */
  fieldProblem: string | undefined;
  editorRef: RefObject<JsonEditorHandle | null>;
}

/** What is wrong with the text above, each with its place to jump to; nothing when nothing is. */
export function EditorStatus({ payloadProblem, jsonProblems, fieldProblem, editorRef }: EditorStatusProps) {
  if (jsonProblems.length === 0 && fieldProblem === undefined && payloadProblem === null) return null;
  const places: readonly JsonProblem[] =
    payloadProblem === null ? jsonProblems : [payloadProblem, ...jsonProblems];
  return (
    <div className="editor-status" role="status">
      {fieldProblem !== undefined && <p className="editor-status-problem">{fieldProblem}</p>}
      <ul>
        {places.slice(0, 5).map((problem) => (
          <li key={`${problem.line}:${problem.column}`}>
            <button
              type="button"
              className="editor-status-jump"
              onClick={() => editorRef.current?.reveal(problem.line, problem.column)}
            >
              <span className="mono tabular">
                {problem.line}:{problem.column}
              </span>
              {problem.message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
