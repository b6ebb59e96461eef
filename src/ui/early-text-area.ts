import { takeEarlyText } from './early-text.ts';
import type { TextSelection } from './monaco/code-editor.ts';
import { offsetAt, placeAt } from './text-place.ts';
import type { TextPlace } from './text-place.ts';

/** What goes over into the editor. */
export interface EarlyResult {
  /** null: nothing was typed, the owner's text stands with its own line ends. */
  editedText: string | null;
  selection: TextSelection | null;
  focused: boolean;
}

/** The text area that takes keys while Monaco is on its way. */
export class EarlyTextArea {
  readonly #area: HTMLTextAreaElement;
  readonly #onChange: (text: string) => void;
  readonly #listening = new AbortController();
  #composing = false;

  /** null when the frame has none, as for a text that would freeze it. */
  static in(frame: HTMLElement, onChange: (text: string) => void): EarlyTextArea | null {
    const area = frame.querySelector<HTMLTextAreaElement>('textarea[data-early]');
    return area && new EarlyTextArea(area, onChange);
  }

  private constructor(area: HTMLTextAreaElement, onChange: (text: string) => void) {
    this.#area = area;
    this.#onChange = onChange;
    const options = { signal: this.#listening.signal };
    area.addEventListener('input', () => this.#tell(), options);
    area.addEventListener('compositionstart', () => (this.#composing = true), options);
    area.addEventListener('compositionend', () => (this.#composing = false), options);
  }

  /** Puts the caret, and takes over what was typed into the static page before this code came. */
  start(caret: TextPlace | null, earlyTextId: string | null): void {
    if (caret) this.#area.setSelectionRange(...twice(offsetAt(this.#area.value, caret)));
    const early = earlyTextId === null ? null : takeEarlyText(earlyTextId);
    if (early && early.value !== '') {
      this.#area.value = early.value;
      this.#area.setSelectionRange(early.selectionStart, early.selectionEnd);
      this.#tell();
    }
    if (early?.focused) this.#area.focus();
  }

  #tell(): void {
    // On the element, as it outlives this object when React mounts a component twice.
    this.#area.dataset['edited'] = '';
    this.#onChange(this.#area.value);
  }

  text(): string | null {
    return this.#isEdited() ? this.#area.value : null;
  }

  #isEdited(): boolean {
    return this.#area.dataset['edited'] !== undefined;
  }

  setText(text: string): void {
    delete this.#area.dataset['edited'];
    this.#area.value = text;
  }

  replaceByUser(text: string): void {
    this.#area.value = text;
    this.#tell();
  }

  focus(): void {
    this.#area.focus();
  }

  reveal(place: TextPlace): void {
    this.#area.focus();
    this.#area.setSelectionRange(...twice(offsetAt(this.#area.value, place)));
  }

  /** An input method must not lose its text area in the middle of a word. */
  async untilComposed(): Promise<void> {
    if (!this.#composing) return;
    await new Promise((resolve) => this.#area.addEventListener('compositionend', resolve, { once: true }));
  }

  finish(): EarlyResult {
    const { value, selectionStart, selectionEnd } = this.#area;
    const focused = document.activeElement === this.#area;
    this.dispose();
    this.#area.hidden = true;
    return {
      editedText: this.text(),
      selection:
        focused || this.#isEdited()
          ? { start: placeAt(value, selectionStart), end: placeAt(value, selectionEnd) }
          : null,
      focused,
    };
  }

  dispose(): void {
    this.#listening.abort();
  }
}

function twice(offset: number): [number, number] {
  return [offset, offset];
}
