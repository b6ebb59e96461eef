// These files of monaco-editor register features by being imported, and have no types.
declare module 'monaco-editor/editor/browser/coreCommands';
declare module 'monaco-editor/editor/common/standaloneStrings';
declare module 'monaco-editor/editor/contrib/caretOperations/browser/caretOperations';
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';
