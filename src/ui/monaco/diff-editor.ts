import { fixedOptions, lookOptions } from './editor-options.ts';
import { largeJsonLanguage } from './json-language.ts';
import { applyTheme, type EditorLook } from './look.ts';
import { monaco } from './monaco.ts';
import { setUpMonaco } from './set-up.ts';

export interface DiffTexts {
  left: string;
  right: string;
}

export interface DiffEditorOptions {
  labels: DiffTexts;
  look: EditorLook;
  language: 'json' | 'plaintext';
  /** One below the other, where there is no room beside. */
  isNarrow: boolean;
  /** After each comparison: how many places differ. */
  onDifferences: (count: number) => void;
}

export interface DiffEditor {
  setTexts: (texts: DiffTexts) => void;
  dispose: () => void;
}

/** Two texts side by side with what differs marked; neither can be changed. */
export function createDiffEditor(host: HTMLElement, options: DiffEditorOptions): DiffEditor {
  setUpMonaco();
  const { labels, look, language, isNarrow, onDifferences } = options;
  applyTheme(look.theme, host);
  const editor = monaco.editor.createDiffEditor(host, {
    ...fixedOptions,
    ...lookOptions(look, ''),
    readOnly: true,
    originalEditable: false,
    renderSideBySide: !isNarrow,
    useInlineViewWhenSpaceIsLimited: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    hideUnchangedRegions: { enabled: true },
    originalAriaLabel: labels.left,
    modifiedAriaLabel: labels.right,
    maxComputationTime: 2_000,
  });
  // Colours alone: nothing here is to be checked or completed.
  const modelLanguage = language === 'json' ? largeJsonLanguage : language;
  const models = {
    original: monaco.editor.createModel('', modelLanguage),
    modified: monaco.editor.createModel('', modelLanguage),
  };
  editor.setModel(models);
  const subscription = editor.onDidUpdateDiff(() => onDifferences(editor.getLineChanges()?.length ?? 0));
  return {
    setTexts({ left, right }) {
      models.original.setValue(left);
      models.modified.setValue(right);
    },
    dispose() {
      subscription.dispose();
      editor.dispose();
      models.original.dispose();
      models.modified.dispose();
    },
  };
}
