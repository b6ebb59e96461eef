import { useEffect, type RefObject } from 'react';
import { findVariables, type FoundVariable } from '../../documents/variables/find-variables.ts';
import { longestMarked } from '../../documents/variables/variable-uses.ts';
import type { VariableContext } from '../../documents/variables/evaluate.ts';
import { secretNames, type EnvironmentState } from '../../state/environments.ts';
import type { EditorMark, JsonEditorHandle } from '../../ui/json-editor.tsx';
import { whenIdle } from '../../ui/when-idle.ts';

export interface VariableMarksProps {
  text: string;
  editorRef: RefObject<JsonEditorHandle | null>;
  environment: EnvironmentState;
  /** Names of the columns of a table of variants. */
  columns: readonly string[];
  context: (environment: EnvironmentState) => VariableContext;
}

/** Colours the variables in the payload, and tells on hover what becomes of them. Nothing to see by itself. */
export function VariableMarks({ text, editorRef, environment, columns, context }: VariableMarksProps) {
  useEffect(() => {
    const editor = editorRef.current;
    let cancel = (): void => undefined;
    const timer = setTimeout(() => {
      cancel = whenIdle(() => {
        const found = text.length > longestMarked ? [] : findVariables(text, context(environment));
        editor?.setMarks(found.map((one) => markOf(one, environment, columns)));
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [text, editorRef, environment, columns, context]);
  useEffect(() => {
    const editor = editorRef.current;
    return () => editor?.setMarks([]);
  }, [editorRef]);
  return null;
}

const pauseMs = 150;

function markOf(
  { expression, start, end, made }: FoundVariable,
  environment: EnvironmentState,
  columns: readonly string[],
): EditorMark {
  const name = expression.split('|')[0]?.trim() ?? '';
  if (!made.ok && columns.includes(name)) {
    return { start, end, tone: 'known', message: `A column of Variants gives ${name} its value.` };
  }
  if (!made.ok) return { start, end, tone: 'unknown', message: made.message };
  const isSecret = name.startsWith('env.') && secretNames(environment).has(name.slice(4));
  const value = isSecret ? '•••••• (a secret)' : made.value.slice(0, 200);
  const words = /^(?:uuid|randomInt|now)/.test(name) ? 'Made at each send, such as' : 'Sent as';
  return { start, end, tone: 'known', message: `${words} ${value}` };
}
