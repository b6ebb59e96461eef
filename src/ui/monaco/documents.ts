import { jsonLanguage, largeJsonLanguage } from './json-language.ts';
import { monaco } from './monaco.ts';

/** Beyond this many characters a text gets colours only: no checks, completion or folding in a worker. */
export const largeText = 1_000_000;

/** A text with its undo history and its place on the screen; it outlives the editor that shows it. */
export interface EditorDocument {
  readonly id: string;
  readonly model: monaco.editor.ITextModel;
  /** Of the owner's text that the model last took over. */
  revision: number;
  viewState: monaco.editor.ICodeEditorViewState | null;
}

export interface DocumentSource {
  id: string;
  text: string;
  revision: number;
  language: 'json' | 'plaintext';
}

/** The document of an id, made or brought to the owner's revision. */
export function openDocument(source: DocumentSource): EditorDocument {
  const known = documents.get(source.id);
  if (known) {
    if (known.revision !== source.revision) replaceText(known, source.text, source.revision);
    return known;
  }
  const uri = monaco.Uri.from({ scheme: 'inmemory', authority: 'editor', path: `/${source.id}` });
  const model = monaco.editor.createModel(source.text, languageFor(source), uri);
  const opened: EditorDocument = { id: source.id, model, revision: source.revision, viewState: null };
  documents.set(source.id, opened);
  return opened;
}

/** Puts another text in, as one step that can be undone. */
export function replaceText(document: EditorDocument, text: string, revision = document.revision): void {
  const { model } = document;
  document.revision = revision;
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
  const isJson = model.getLanguageId() !== 'plaintext';
  monaco.editor.setModelLanguage(model, languageFor({ text, language: isJson ? 'json' : 'plaintext' }));
}

/** Lets go of a text and its undo history. */
export function forgetDocument(id: string): void {
  documents.get(id)?.model.dispose();
  documents.delete(id);
}

const documents = new Map<string, EditorDocument>();

function languageFor({ text, language }: Pick<DocumentSource, 'text' | 'language'>): string {
  if (language === 'plaintext') return 'plaintext';
  return text.length > largeText ? largeJsonLanguage : jsonLanguage;
}
