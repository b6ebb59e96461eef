import { jsonDefaults, monaco } from './monaco.ts';

/** Our colours, Monaco's checks, completion, hover and folding. */
export const jsonLanguage = 'json';
/** Our colours only: nothing that reads the whole text in a worker. For texts beyond `largeText`. */
export const largeJsonLanguage = 'json-large';

/** A schema for the documents whose id matches: completion, hover and gentle warnings. */
export interface EditorSchema {
  /** Any absolute URI that names it; nothing is fetched. */
  uri: string;
  schema: unknown;
}

/** Once, before the first model. */
export function setUpJson(): void {
  // With Monaco's own tokens, typing over a selection of several lines can hang the page: its tokens and the text
  // then disagree in length ("Token length and text length do not match!").
  jsonDefaults.setModeConfiguration({
    completionItems: true,
    hovers: true,
    foldingRanges: true,
    diagnostics: true,
    selectionRanges: true,
    documentSymbols: false,
    colors: false,
    documentFormattingEdits: false,
    documentRangeFormattingEdits: false,
    tokens: false,
  });
  setSchemas(new Map());
  monaco.languages.register({ id: largeJsonLanguage });
  monaco.languages.setLanguageConfiguration(largeJsonLanguage, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
  });
  for (const language of [jsonLanguage, largeJsonLanguage]) {
    monaco.languages.setMonarchTokensProvider(language, tokens);
  }
}

/** The schema of each document, by the URI of its model. */
export function setSchemas(schemas: ReadonlyMap<string, EditorSchema>): void {
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    comments: 'error',
    trailingCommas: 'error',
    enableSchemaRequest: false,
    schemaValidation: 'warning',
    schemas: [...schemas].map(([modelUri, { uri, schema }]) => ({ uri, schema, fileMatch: [modelUri] })),
  });
}

const tokens: monaco.languages.IMonarchLanguage = {
  defaultToken: 'invalid',
  tokenPostfix: '.json',
  tokenizer: {
    root: [
      [/\s+/, ''],
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'string.key'],
      // A string without its end: no string goes over a line end.
      [/"(?:[^"\\]|\\.)*\\?$/, 'string.invalid'],
      [/"/, { token: 'string', next: '@string' }],
      [/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/, 'number'],
      [/(?:true|false|null)\b/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
      [/[^\s"{}[\],:]+/, 'invalid'],
    ],
    string: [
      [/[^"\\]+/, 'string'],
      [/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/, 'string.escape'],
      [/\\./, 'string.invalid'],
      [/"/, { token: 'string', next: '@pop' }],
    ],
  },
};
