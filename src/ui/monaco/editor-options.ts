import type { EditorLook } from './look.ts';
import type { monaco } from './monaco.ts';

/**
 * What depends on the settings of the user. A text with a line of megabytes is not wrapped: each key would break
 * that line anew, and Monaco draws only the beginning of it anyway. Nor is one with very many lines: Monaco looks
 * where each of them breaks before it shows the first, a quarter of a second for half a million. In neither is the
 * other one of a pair of brackets looked for, which a long line makes 0.1 s of.
 */
export function lookOptions({ fontSize, wrap }: EditorLook, text: string): monaco.editor.IEditorOptions {
  const canWrap = isWrappable(text);
  return {
    fontSize,
    lineHeight: Math.round(fontSize * 1.5),
    wordWrap: wrap && canWrap ? 'on' : 'off',
    matchBrackets: canWrap ? 'always' : 'never',
  };
}

/** In characters. */
export const longestWrappedLine = 100_000;

const mostWrappedLines = 100_000;

function isWrappable(text: string): boolean {
  if (text.length <= longestWrappedLine) return true;
  let start = 0;
  let lines = 1;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    lines += 1;
    if (end - start > longestWrappedLine || lines > mostWrappedLines) return false;
    start = end + 1;
  }
  return text.length - start <= longestWrappedLine;
}

/** Nothing changes a text behind the user's back, and 6 MB stay quick to type in. */
export const fixedOptions: monaco.editor.IStandaloneEditorConstructionOptions & Record<string, unknown> = {
  automaticLayout: true,
  // Typing over a selection of several lines with auto-surround can hang Monaco's bracket tree.
  autoSurround: 'never',
  autoClosingDelete: 'auto',
  formatOnPaste: false,
  formatOnType: false,
  trimAutoWhitespace: false,
  detectIndentation: false,
  tabSize: 2,
  insertSpaces: true,
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  unusualLineTerminators: 'off',
  multiCursorPaste: 'full',

  fontFamily: "'JetBrains Mono Variable', ui-monospace, Menlo, Consolas, monospace",
  fontLigatures: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  glyphMargin: false,
  padding: { top: 8, bottom: 8 },
  minimap: { enabled: false },
  overviewRulerLanes: 2,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  // A last line that is dimmed has too little contrast.
  renderFinalNewline: 'on',
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  stickyScroll: { enabled: false },
  fixedOverflowWidgets: true,

  largeFileOptimizations: true,
  maxTokenizationLineLength: 20_000,
  stopRenderingLineAfter: 10_000,
  // By its dotted name: the object of the same name changes the editor but not the model.
  'bracketPairColorization.enabled': false,
  guides: { indentation: true, bracketPairs: false },
  links: false,
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  wordBasedSuggestions: 'off',
  codeLens: false,
  colorDecorators: false,
  inlayHints: { enabled: 'off' },
  quickSuggestions: { strings: true, other: true, comments: false },
  smoothScrolling: false,
};
