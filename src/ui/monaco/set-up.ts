import { setUpJson } from './json-language.ts';
import { monaco } from './monaco.ts';

let isSetUp = false;

/** Before the first editor of whatever kind. */
export function setUpMonaco(): void {
  if (isSetUp) return;
  isSetUp = true;
  setUpJson();
  // Widths were measured with the font of the system when the web font comes late.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  document.fonts.addEventListener('loadingdone', () => monaco.editor.remeasureFonts());
}
