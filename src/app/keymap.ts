/**
 * Every action of the page by a stable name, with its key where it has one. `Mod` is Command on Apple machines and
 * Control elsewhere. Letters with Shift and Alt are free in browsers and screen readers, but for A, B, I and T, and so
 * are digits; of function keys, F2, F6, and with Shift F2, F4 and F6. They are the same on every keyboard layout.
 */
export const keymap = {
  invoke: 'Mod+Enter',
  variants: 'Shift+Alt+U',
  compare: 'Shift+F2',
  measure: 'Shift+F4',
  variables: null,
  palette: 'Mod+K',
  shortcuts: 'Mod+/',
  'next-pane': 'F6',
  'previous-pane': 'Shift+F6',
  settings: 'Shift+Alt+,',

  'save-preset': 'Mod+S',
  'save-preset-as': 'Mod+Shift+S',
  share: 'Mod+U',
  'paste-command': null,
  'export-presets': null,
  expectations: null,
  'expectation-runs': null,
  'next-preset': 'Shift+Alt+]',
  'previous-preset': 'Shift+Alt+[',

  'new-draft': 'Shift+Alt+N',
  'close-draft': 'Shift+Alt+W',
  'reopen-draft': 'Shift+Alt+Z',
  'duplicate-draft': 'Shift+Alt+D',
  'rename-draft': 'F2',
  'next-draft': 'Shift+Alt+J',
  'previous-draft': 'Shift+Alt+K',
  'move-draft-right': null,
  'move-draft-left': null,
  'close-other-drafts': null,

  'go-function': 'Shift+Alt+G',
  'go-qualifier': 'Shift+Alt+Q',
  'go-payload': 'Shift+Alt+P',
  'go-client-context': 'Shift+Alt+X',
  'go-result': 'Shift+Alt+R',
  'go-presets': 'Shift+Alt+L',
  'go-history': 'Shift+Alt+H',
  'compare-previous': 'Shift+Alt+Y',

  format: 'Shift+Alt+F',
  minify: 'Shift+Alt+M',
  'sort-keys': 'Shift+Alt+S',
  collapse: 'Shift+Alt+C',
  expand: 'Shift+Alt+E',
  'open-file': 'Shift+Alt+O',
  'open-inside': 'Shift+Alt+;',
  'sample-events': 'Shift+Alt+.',
  'event-type': null,
  'learn-payloads': null,
  'forget-learned': null,
  'forget-all-learned': null,
  find: null,
  'tab-moves-focus': null,

  'show-response': 'Shift+Alt+1',
  'show-log': 'Shift+Alt+2',
  'show-attempts': 'Shift+Alt+3',
  'show-request': 'Shift+Alt+4',
  'show-headers': 'Shift+Alt+5',
  'view-pretty': 'Shift+Alt+6',
  'view-tree': 'Shift+Alt+7',
  'view-http': 'Shift+Alt+8',
  'view-raw': 'Shift+Alt+9',
  'view-hex': 'Shift+Alt+0',
  'view-image': null,
  'find-in-result': 'Shift+Alt+V',
  'copy-response': null,
  'save-response': null,
  'copy-request-id': null,
  'copy-log': null,
  'save-log': null,
  'pause-view': null,
  'expand-tree': null,
  'collapse-tree': null,
  'expect-value': null,
  'copy-as-aws-cli': null,
  'copy-as-curl': null,
  'copy-as-javascript': null,
  'copy-as-python': null,
  'copy-as-go': null,

  'type-request-response': null,
  'type-event': null,
  'type-dry-run': null,
  'tail-log': null,
  'stream-response': null,

  'private-run': null,
  'history-limits': null,
  'clear-history': null,
  'save-backup': null,
  'restore-backup': null,

  connections: null,
  'check-connection': null,
  about: null,
  'theme-system': null,
  'theme-dark': null,
  'theme-light': null,
  'wrap-lines': null,
  'larger-text': null,
  'smaller-text': null,
} as const satisfies Record<string, string | null>;

export type ActionName = keyof typeof keymap;

/** The action of a key, as key-name.ts names it. */
export function actionOf(keyName: string): ActionName | null {
  return byKey.get(keyName) ?? null;
}

const byKey = new Map<string, ActionName>(
  Object.entries(keymap).flatMap(([name, keys]) => (keys === null ? [] : [[keys, name as ActionName]])),
);
