import { useState } from 'react';
import { jsonProblems as findJsonProblems, type JsonProblem } from '../../documents/json-problems.ts';
import type { Draft } from '../../state/types.ts';
import type { EditorProblem } from '../../ui/json-editor.tsx';
import type { EditorTab } from './editor-area.tsx';
import type { EditorStatusProps, PlacedProblem } from './editor-status.tsx';
import { sizeNote } from './size-note.ts';

export interface UseEditorStatus {
  draft: Draft;
  tab: EditorTab;
  /** Faults of the payload as JSON. */
  jsonProblems: readonly JsonProblem[];
  /** What the last press found wrong, by field. */
  problems: ReadonlyMap<string, string>;
}

export interface EditorStatusState extends Omit<EditorStatusProps, 'editorRef' | 'draft' | 'onVariables'> {
  /** What Monaco finds against the schema; faults of the JSON itself are found by our own reader, in full. */
  onSchemaProblems: (problems: EditorProblem[]) => void;
  /** The lines of the shown text are too many, or one too long, to be wrapped. */
  onUnwrapped: (unwrapped: boolean) => void;
}

/** Everything there is to say of the shown editor's text. */
export function useEditorStatus({ draft, tab, jsonProblems, problems }: UseEditorStatus): EditorStatusState {
  const editorId = `${draft.id}/${tab}`;
  const [found, setFound] = useState<{ editorId: string; doubts: PlacedProblem[] } | null>(null);
  const [unwrapped, setUnwrapped] = useState<string | null>(null);
  const doubts = found?.editorId === editorId ? found.doubts : [];
  const onPayload = tab === 'payload';
  const faults = onPayload ? jsonProblems : contextProblems(draft.clientContext);
  const unsendable = onPayload && draft.payloadProblem !== null ? [draft.payloadProblem] : [];
  const size = onPayload ? sizeNote(draft) : null;
  const problem = problems.get(onPayload ? 'payload' : 'clientContext');
  return {
    problems: [...[...unsendable, ...faults].map((one) => ({ ...one, tone: 'error' as const })), ...doubts],
    notes: [
      ...(size === null ? [] : [size]),
      ...(problem === undefined || size?.tone === 'error' ? [] : [{ tone: 'error' as const, text: problem }]),
    ],
    unwrapped: unwrapped === editorId,
    onUnwrapped: (now) => setUnwrapped(now ? editorId : null),
    onSchemaProblems: (all) =>
      setFound({
        editorId,
        doubts: all
          .filter(({ severity }) => severity === 'warning')
          .filter(isFirstOfItsKind)
          .map(({ line, column, message }) => ({ line, column, message, tone: 'warning' })),
      }),
  };
}

/** A choice of schemas says the same thing once for each of them. */
function isFirstOfItsKind(one: EditorProblem, index: number, all: readonly EditorProblem[]): boolean {
  return (
    all.findIndex(
      ({ line, column, message }) => line === one.line && column === one.column && message === one.message,
    ) === index
  );
}

/** A client context is small by its limit, so it is looked at with each change. */
function contextProblems(text: string): readonly JsonProblem[] {
  return text.trim() === '' ? [] : findJsonProblems(text);
}
