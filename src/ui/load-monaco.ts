import type * as codeEditor from './monaco/code-editor.ts';
import { installMonacoEnvironment } from './monaco/environment.ts';

export type CodeEditorModule = typeof codeEditor;

/** Fetches Monaco, once; after a failure the next call tries again. */
export function loadMonaco(): Promise<CodeEditorModule> {
  installMonacoEnvironment();
  loading ??= import('./monaco/code-editor.ts').then(
    (module) => {
      loaded = module;
      return module;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Monaco when it is here already: then an editor can be made without a text area first. */
export function loadedMonaco(): CodeEditorModule | undefined {
  return loaded;
}

/** Lets go of the text and the undo history of a document that was closed. */
export function forgetEditorDocument(id: string): void {
  loaded?.forgetDocument(id);
}

let loading: Promise<CodeEditorModule> | undefined;
let loaded: CodeEditorModule | undefined;
