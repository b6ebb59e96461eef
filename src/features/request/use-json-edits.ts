import type { RefObject } from 'react';
import type { JsonEdit } from '../../documents/json-job.ts';
import type { JsonWork } from '../../state/json-work.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { showToast } from '../../ui/toast.ts';

/** Edits of the shown editor by its tokens, each one step to undo. Text that is no JSON is left alone, and said. */
export function useJsonEdits(
  editorRef: RefObject<JsonEditorHandle | null>,
  work: JsonWork,
): (edit: JsonEdit) => void {
  const apply = async (edit: JsonEdit): Promise<void> => {
    const editor = editorRef.current;
    if (editor === null) return;
    const before = editor.getText();
    const edited = await work.edit(edit, before);
    // Another draft, or another letter: an edit of what was there must not undo what is there now.
    if (editorRef.current !== editor || editor.getText() !== before) return;
    if (edited.ok) {
      editor.replaceAll(edited.text);
      editor.focus();
    } else if (before.trim() !== '') {
      const { problem } = edited;
      showToast({
        title: `Not JSON, so it is left as it is`,
        description: problem && `Line ${problem.line}, column ${problem.column}: ${problem.message}`,
        tone: 'warn',
      });
      if (problem) editor.reveal(problem.line, problem.column);
    }
  };
  return (edit) =>
    void apply(edit).catch(() =>
      showToast({ title: 'This edit can’t be loaded; the text is as it was', tone: 'warn' }),
    );
}
