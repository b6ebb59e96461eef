import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Makes Monaco fit a page whose policy allows no `<style>` element, and leaves out what the page does not use
 * (docs/decisions/0005-monaco.md). Each change is tied to the exact file it was written for: when an update of
 * Monaco brings another one, the build stops here instead of shipping a half-changed editor.
 *
 * It must run in the dependency optimizer too (`optimizeDeps.rolldownOptions.plugins`), which passes over the
 * plugins of the project.
 */
export function monacoStrict(): Plugin {
  return {
    name: 'monaco-strict',
    transform(code, id) {
      const change = changes.find(({ file }) => pathOf(id).endsWith(file));
      if (!change) return null;
      const found = createHash('sha256').update(code).digest('hex');
      if (found !== change.sha256) this.error(`${change.file} has changed (sha256 ${found}). ${advice}`);
      const changed = change.apply(code);
      if (changed === code) this.error(`${change.file} was left as it is. ${advice}`);
      return { code: changed, map: null };
    },
  };
}

/** One file of Monaco and what is changed in it. */
export interface Change {
  file: string;
  /** Of the file as it comes with the version of monaco-editor that package.json names. */
  sha256: string;
  apply: (code: string) => string;
}

const advice = 'Read its new text, adapt scripts/monaco-strict.ts, and run the tests of src/ui.';

export const changes: readonly Change[] = [
  {
    // The JSON mode comes by it, and with it every feature once more: inline completions, diff, code lenses ...
    file: '/monaco-editor/esm/vs/internal/common/workers.js',
    sha256: '721e46040459f3f7a24909f03557f0c77888008eca5abca810370df3f4260d85',
    apply: (code) => code.replaceAll(/^import '[^']+';\n/gm, ''),
  },
  {
    // Styles made at run time go into a constructable sheet, to which style-src does not apply.
    file: '/monaco-editor/esm/vs/base/browser/domStylesheets.js',
    sha256: 'd75d479eba46e53fe9c230958a9fdafc871218d6879c79f95ba4a2a5aed760c5',
    apply: (code) => code.replace(/function createStyleSheet\([\s\S]*?\n}\n/, constructableStyleSheet),
  },
  {
    // The context menu stands in a shadow root of its own.
    file: '/monaco-editor/esm/vs/base/browser/ui/contextview/contextview.js',
    sha256: 'db02377f0d7ae080d6bea102bcb52a8b81eb8630b31885e7cfbe51c3784916a0',
    apply: (code) =>
      code.replace(
        /const style = document\.createElement\('style'\);\s*style\.textContent = SHADOW_ROOT_CSS;\s*this\.shadowRoot\.appendChild\(style\);/,
        'const sheet = new CSSStyleSheet(); sheet.replaceSync(SHADOW_ROOT_CSS); this.shadowRoot.adoptedStyleSheets = [sheet];',
      ),
  },
  {
    // The page names the worker itself (src/ui/monaco/environment.ts); this would bundle it a second time.
    file: '/monaco-editor/esm/vs/languages/features/json/workerManager.js',
    sha256: 'e5331831fcbb0877d4aafc3d1e9e656b7ef4d6160fcd1dc658c68fedc8ab1378',
    apply: (code) => code.replace(/^ *createWorker: .*\n/m, ''),
  },
  {
    // Where nothing wraps it would still read each of half a million lines to find no break in it. Only text that is
    // injected into lines needs that, and no feature of ours injects any.
    file: '/monaco-editor/esm/vs/editor/common/viewModel/monospaceLineBreaksComputer.js',
    sha256: 'ab8e675e2c651a883e7401f10a39be05a80088e453ccf70298b3939ea43c9f04',
    apply: (code) =>
      code.replace(
        'finalize: () => {\n',
        '$&if (wrappingColumn === -1) return lineNumbers.map(() => null);\n',
      ),
  },
];

const constructableStyleSheet = `function createStyleSheet(container, beforeAppend, disposableStore) {
    const home = container?.getRootNode();
    const root = home instanceof ShadowRoot ? home : document;
    const sheet = new CSSStyleSheet();
    let text = '';
    const style = {
        sheet,
        get textContent() { return text; },
        set textContent(css) { text = css; sheet.replaceSync(css); },
        remove() { root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet); },
    };
    beforeAppend?.(style);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    disposableStore?.add(toDisposable(() => style.remove()));
    return style;
}
`;

/** Windows separators and the queries of the development server do not matter. */
function pathOf(id: string): string {
  return id.replaceAll('\\', '/').replace(/[?#].*$/, '');
}
