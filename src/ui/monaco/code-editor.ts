import type { TextPlace } from '../text-place.ts';
import { keepMarks, setModelHints, setModelSchema, watchProblems } from './checks.ts';
import type { EditorHint, EditorMark, EditorProblem } from './checks.ts';
import { forgetDocument, largeText, openDocument, replaceText, takeOwnerText } from './documents.ts';
import type { DocumentSource } from './documents.ts';
import { fixedOptions, longestWrappedLine, lookOptions } from './editor-options.ts';
import type { EditorSchema } from './json-language.ts';
import { applyTheme } from './look.ts';
import type { EditorLook } from './look.ts';
import { monaco } from './monaco.ts';
import { setUpMonaco } from './set-up.ts';

export { forgetDocument };

export interface TextSelection {
  start: TextPlace;
  end: TextPlace;
}

/** What stands between two offsets of the text, replaced; several come ascending and apart. */
export interface EditorPart {
  start: number;
  end: number;
  text: string;
}

export interface CodeEditorOptions extends DocumentSource {
  label: string;
  look: EditorLook;
  readOnly: boolean;
  /** What the user made of the owner's text before; one step to undo. */
  editedText: string | null;
  /** What is selected at the start; null: as the document was left. */
  selection: TextSelection | null;
  schema: EditorSchema | null;
  hints: readonly EditorHint[];
  marks: readonly EditorMark[];
  onEdit: () => void;
  onCaret: (caret: TextPlace) => void;
  onProblems: (problems: EditorProblem[]) => void;
  /** Whether lines stay whole though they should wrap, for the sake of a text of very many or very long ones. */
  onUnwrapped: (unwrapped: boolean) => void;
}

/** Monaco behind the few verbs that our editor needs. */
export interface CodeEditor {
  getText: () => string;
  setOwnerText: (text: string, revision: number) => void;
  /** An edit like the user's own, one step to undo. */
  replaceAll: (text: string) => void;
  /** An edit of some places, one step to undo. */
  replaceParts: (parts: readonly EditorPart[]) => void;
  setLook: (look: EditorLook) => void;
  setReadOnly: (readOnly: boolean) => void;
  setSchema: (schema: EditorSchema | null) => void;
  setHints: (hints: readonly EditorHint[]) => void;
  setMarks: (marks: readonly EditorMark[]) => void;
  focus: () => void;
  reveal: (place: TextPlace) => void;
  run: (action: string) => void;
  dispose: () => void;
}

/** Shows a document in an element that is in the page already. */
export function createCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  setUpMonaco();
  applyTheme(options.look.theme, host);
  // Before the first model, which takes its own options from the editor's.
  const editor = createEmpty(host, options);
  const opened = openDocument(options);
  const { model } = opened;
  editor.setModel(model);
  if (options.editedText !== null) replaceText(opened, options.editedText);
  if (opened.viewState) editor.restoreViewState(opened.viewState);
  if (options.selection) select(editor, options.selection);
  setModelSchema(model, options.schema);
  setModelHints(model, options.hints);
  const setMarks = keepMarks(model);
  setMarks(options.marks);
  const look = keepLook(editor, model, options);
  const subscriptions = [
    model.onDidChangeContent(({ changes }) => {
      look.followEdit(changes);
      options.onEdit();
    }),
    editor.onDidChangeCursorPosition(({ position }) => options.onCaret(placeOf(position))),
    watchProblems(model, options.onProblems),
  ];
  return {
    getText: () => model.getValue(),
    setOwnerText: (text, revision) => offScreen(editor, text, () => takeOwnerText(opened, text, revision)),
    replaceAll: (text) => {
      const view = editor.saveViewState();
      offScreen(editor, text, () => replaceText(opened, text));
      if (view) editor.restoreViewState(view);
    },
    replaceParts: (parts) => replaceParts(model, parts),
    setLook: (next) => {
      applyTheme(next.theme, host);
      look.set(next);
    },
    setReadOnly: (readOnly) => editor.updateOptions({ readOnly }),
    setSchema: (schema) => setModelSchema(model, schema),
    setHints: (hints) => setModelHints(model, hints),
    setMarks,
    focus: () => editor.focus(),
    reveal: ({ line, column }) => {
      editor.setPosition({ lineNumber: line, column });
      editor.revealPositionInCenterIfOutsideViewport({ lineNumber: line, column });
      editor.focus();
    },
    run: (action) => editor.trigger('page', action, null),
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
      setMarks([]);
      opened.viewState = editor.saveViewState();
      editor.setModel(null);
      editor.dispose();
    },
  };
}

/** Wraps as the settings say, unless the text is not one to be wrapped. */
function keepLook(
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
  { look, onUnwrapped }: Pick<CodeEditorOptions, 'look' | 'onUnwrapped'>,
) {
  let current = look;
  let unwrapped = false;
  const apply = (): void => {
    const next = lookOptions(current, model.getValue());
    unwrapped = current.wrap && next.wordWrap === 'off';
    editor.updateOptions(next);
    onUnwrapped(unwrapped);
  };
  apply();
  return {
    set(next: EditorLook): void {
      current = next;
      apply();
    },
    followEdit(changes: readonly { text: string }[]): void {
      const grown = changes.some(({ text }) => text.length > longestWrappedLine);
      if (grown || (unwrapped && model.getValueLength() <= longestWrappedLine)) apply();
    },
  };
}

function placeOf({ lineNumber, column }: monaco.Position): TextPlace {
  return { line: lineNumber, column };
}

function replaceParts(model: monaco.editor.ITextModel, parts: readonly EditorPart[]): void {
  const range = ({ start, end }: EditorPart): monaco.Range =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
  model.pushStackElement();
  model.pushEditOperations(
    [],
    parts.map((part) => ({ range: range(part), text: part.text })),
    () => null,
  );
  model.pushStackElement();
}

function createEmpty(host: HTMLElement, { look, text, readOnly, label }: CodeEditorOptions) {
  return monaco.editor.create(host, {
    ...fixedOptions,
    ...lookOptions(look, text),
    model: null,
    readOnly,
    ariaLabel: label,
  });
}

/** Without a view a large text is laid out once, not line by line as it is replaced. */
function offScreen(editor: monaco.editor.IStandaloneCodeEditor, text: string, replace: () => void): void {
  if (text.length <= largeText) {
    replace();
    return;
  }
  const model = editor.getModel();
  const focused = editor.hasTextFocus();
  editor.setModel(null);
  replace();
  editor.setModel(model);
  if (focused) editor.focus();
}

function select(editor: monaco.editor.IStandaloneCodeEditor, { start, end }: TextSelection): void {
  editor.setSelection(new monaco.Selection(start.line, start.column, end.line, end.column));
  editor.revealPositionInCenterIfOutsideViewport({ lineNumber: end.line, column: end.column });
}
