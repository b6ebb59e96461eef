import { monaco } from './monaco.ts';

export interface EditorLook {
  theme: 'dark' | 'light';
  /** In CSS pixels. */
  fontSize: number;
  wrap: boolean;
}

/**
 * Gives all editors the colours of tokens.css. Monaco has one theme at a time for the whole page.
 */
export function applyTheme(theme: 'dark' | 'light', element: Element): void {
  const color = colorReader(theme, element);
  const name = `tokens-${theme}`;
  monaco.editor.defineTheme(name, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(tokenColors).map(([token, variable]) => ({
      token,
      foreground: color(variable).slice(1),
    })),
    colors: Object.fromEntries(Object.entries(partColors).map(([part, variable]) => [part, color(variable)])),
  });
  monaco.editor.setTheme(name);
}

const tokenColors = {
  '': '--text',
  'string.key.json': '--code-key',
  'string.json': '--code-string',
  'string.escape.json': '--code-escape',
  'string.invalid.json': '--code-invalid',
  'number.json': '--code-number',
  'keyword.json': '--code-keyword',
  'delimiter.json': '--code-punctuation',
  'invalid.json': '--code-invalid',
};

const partColors = {
  'editor.background': '--pane',
  'editor.foreground': '--text',
  'editorLineNumber.foreground': '--code-line-number',
  'editorLineNumber.activeForeground': '--text',
  'editor.lineHighlightBackground': '--code-current-line',
  'editor.lineHighlightBorder': '--code-current-line',
  'editor.selectionBackground': '--selection',
  'editor.inactiveSelectionBackground': '--pressed',
  'editor.findMatchBackground': '--warn-border',
  'editor.findMatchHighlightBackground': '--warn-bg',
  'editorCursor.foreground': '--text',
  'editorBracketMatch.background': '--pressed',
  'editorBracketMatch.border': '--border-strong',
  'editorIndentGuide.background1': '--border',
  'editorIndentGuide.activeBackground1': '--border-strong',
  'editorWidget.background': '--raised',
  'editorWidget.foreground': '--text',
  'editorWidget.border': '--border-control',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.border': '--border-control',
  'editorSuggestWidget.background': '--raised',
  'editorSuggestWidget.border': '--border-control',
  'editorSuggestWidget.foreground': '--text',
  'editorSuggestWidget.selectedBackground': '--current',
  'editorSuggestWidget.selectedForeground': '--text',
  'editorSuggestWidget.highlightForeground': '--info',
  'editorSuggestWidget.focusHighlightForeground': '--info',
  'editorError.foreground': '--error',
  'editorWarning.foreground': '--warn',
  'editorInfo.foreground': '--info',
  'editorOverviewRuler.border': '--pane',
  'scrollbarSlider.background': '--pressed',
  'scrollbarSlider.hoverBackground': '--border-control',
  'scrollbarSlider.activeBackground': '--border-strong',
  'input.background': '--field',
  'input.foreground': '--text',
  'input.border': '--border-control',
  'input.placeholderForeground': '--text-faint',
  'inputOption.activeBackground': '--current',
  'inputOption.activeBorder': '--focus',
  'inputOption.activeForeground': '--text',
  'menu.background': '--raised',
  'menu.foreground': '--text',
  'menu.selectionBackground': '--current',
  'menu.selectionForeground': '--text',
  'menu.border': '--border-control',
  'menu.separatorBackground': '--border',
  'list.hoverBackground': '--hover',
  'list.focusBackground': '--current',
  'list.focusForeground': '--text',
  'quickInput.background': '--raised',
  'quickInput.foreground': '--text',
  'quickInputList.focusBackground': '--current',
  'quickInputList.focusForeground': '--text',
  'diffEditor.insertedTextBackground': '--success-border',
  'diffEditor.removedTextBackground': '--error-border',
  'diffEditor.insertedLineBackground': '--success-bg',
  'diffEditor.removedLineBackground': '--error-bg',
  'diffEditor.unchangedRegionBackground': '--raised',
  'diffEditor.unchangedRegionForeground': '--text-dim',
  'diffEditor.diagonalFill': '--border',
  focusBorder: '--focus',
  foreground: '--text',
  'widget.border': '--border-control',
  'widget.shadow': '--border',
};

/** Monaco takes six hexadecimal digits only, a minified stylesheet may hold `red`: the browser translates. */
function colorReader(theme: string, element: Element): (variable: string) => string {
  const probe = document.createElement('span');
  // The page may not wear the theme yet.
  probe.dataset['theme'] = theme;
  // In forced colours every token would come out as the one colour of all text.
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const colors = new Map<string, string>();
  for (const variable of new Set([...Object.values(tokenColors), ...Object.values(partColors)])) {
    probe.style.color = `var(${variable})`;
    colors.set(variable, hexColor(getComputedStyle(probe).color));
  }
  probe.remove();
  return (variable) => colors.get(variable) ?? '#808080';
}

function hexColor(computed: string): string {
  const channels = (computed.match(/\d+/g) ?? []).slice(0, 3);
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}
