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
    if (known.revision !== source.revision) takeOwnerText(known, source.text, source.revision);
    return known;
  }
  const uri = monaco.Uri.from({ scheme: 'inmemory', authority: 'editor', path: `/${source.id}` });
  const language = languageFor(source.language, source.text.length);
  const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel('', language, uri);
  monaco.editor.setModelLanguage(model, language);
  model.setValue(source.text);
  const opened: EditorDocument = { id: source.id, model, revision: source.revision, viewState: null };
  documents.set(source.id, opened);
  return opened;
}

/**
 * Puts the owner's text in, as one step that can be undone; a large one begins a new undo history, because to keep
 * the old text doubles the time that the page stands still.
 */
export function takeOwnerText(document: EditorDocument, text: string, revision: number): void {
  document.revision = revision;
  if (text.length <= largeText) {
    replaceText(document, text);
    return;
  }
  document.model.setValue(text);
  fitLanguage(document.model);
}

/** Puts another text in, as one step that can be undone. */
export function replaceText({ model }: EditorDocument, text: string): void {
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
  fitLanguage(model);
}

/**
 * Lets go of a text and its undo history. The model stays, empty: a completion still on its way back from the worker
 * would ask a disposed one for its words and throw.
 */
export function forgetDocument(id: string): void {
  documents.get(id)?.model.setValue('');
  documents.delete(id);
}

const documents = new Map<string, EditorDocument>();

function languageFor(language: 'json' | 'plaintext', length: number): string {
  if (language === 'plaintext') return language;
  return length > largeText ? largeJsonLanguage : jsonLanguage;
}

function fitLanguage(model: monaco.editor.ITextModel): void {
  const language = model.getLanguageId() === 'plaintext' ? 'plaintext' : 'json';
  monaco.editor.setModelLanguage(model, languageFor(language, model.getValueLength()));
}
