import { loadedMonaco, loadMonaco } from './load-monaco.ts';
import type { CodeEditorModule } from './load-monaco.ts';
import type { EditorHint, EditorMark, EditorProblem } from './monaco/checks.ts';
import type { CodeEditor, EditorPart, TextSelection } from './monaco/code-editor.ts';
import type { EditorSchema } from './monaco/json-language.ts';
import type { EditorLook } from './monaco/look.ts';
import { passPageKeys } from './page-keys.ts';
import { EarlyTextArea } from './early-text-area.ts';
import type { TextPlace } from './text-place.ts';
import { whenIdle } from './when-idle.ts';

export type { EditorHint, EditorMark, EditorProblem } from './monaco/checks.ts';
export type { EditorPart } from './monaco/code-editor.ts';
export type { EditorSchema } from './monaco/json-language.ts';
export type { EditorLook } from './monaco/look.ts';

export type EditorPhase = 'loading' | 'ready' | 'failed';

export interface EditorSessionOptions {
  id: string;
  label: string;
  text: string;
  revision: number;
  language: 'json' | 'plaintext';
  caret: TextPlace | null;
  earlyTextId: string | null;
  look: EditorLook;
  readOnly: boolean;
  schema: EditorSchema | null;
  hints: readonly EditorHint[];
  onChange: (text: string) => void;
  onCaret: (caret: TextPlace) => void;
  onProblems: (problems: EditorProblem[]) => void;
  onUnwrapped: (unwrapped: boolean) => void;
  onPhase: (phase: EditorPhase) => void;
}

/** One document on the screen: first in a text area, then in Monaco. */
export class EditorSession {
  readonly #options: EditorSessionOptions & { marks: readonly EditorMark[] };
  readonly #frame: HTMLElement;
  readonly #cleanups: (() => void)[] = [];
  #early: EarlyTextArea | null;
  #editor: CodeEditor | null = null;
  #pendingEdit: ReturnType<typeof setTimeout> | undefined;
  #pendingCaret: { timer: ReturnType<typeof setTimeout>; caret: TextPlace } | undefined;
  #fromOwner = false;
  #textLength: number;

  constructor(frame: HTMLElement, options: EditorSessionOptions) {
    this.#frame = frame;
    this.#options = { ...options, marks: [] };
    this.#textLength = options.text.length;
    this.#cleanups.push(passPageKeys(frame, () => this.flush()));
    const flush = () => this.flush();
    frame.addEventListener('focusout', flush);
    addEventListener('pagehide', flush);
    this.#cleanups.push(() => removeEventListener('pagehide', flush));
    this.#early = EarlyTextArea.in(frame, options.onChange);
    this.#early?.start(options.caret, options.earlyTextId);
    const monaco = loadedMonaco();
    if (monaco) this.#enter(monaco);
    else this.#cleanups.push(whenIdle(() => this.#load()));
  }

  #load(): void {
    let current = true;
    this.#cleanups.push(() => {
      current = false;
    });
    loadMonaco().then(
      async (monaco) => {
        await this.#early?.untilComposed();
        if (current) this.#enter(monaco);
      },
      () => current && this.#options.onPhase('failed'),
    );
  }

  /** In one task, so that no key falls between text area and editor. */
  #enter(monaco: CodeEditorModule): void {
    const host = this.#frame.querySelector<HTMLElement>('[data-host]');
    if (!host) return;
    const early = this.#early?.finish();
    const { caret } = this.#options;
    const selection: TextSelection | null = early?.selection ?? (caret && { start: caret, end: caret });
    this.#editor = monaco.createCodeEditor(host, {
      ...this.#options,
      editedText: early?.editedText ?? null,
      selection,
      onEdit: () => this.#handleEdit(),
      onCaret: (place) => this.#handleCaret(place),
    });
    this.#early = null;
    if (early?.focused) this.#editor.focus();
    this.#options.onPhase('ready');
  }

  #handleEdit(): void {
    if (this.#fromOwner) return;
    clearTimeout(this.#pendingEdit);
    // Reading and encoding a large text at each key would be felt.
    if (this.#textLength > smallText) this.#pendingEdit = setTimeout(() => this.flush(), pauseMs);
    else this.#tellText();
  }

  #tellText(): void {
    this.#pendingEdit = undefined;
    const text = this.#editor?.getText();
    if (text === undefined) return;
    this.#textLength = text.length;
    this.#options.onChange(text);
  }

  #handleCaret(caret: TextPlace): void {
    clearTimeout(this.#pendingCaret?.timer);
    this.#pendingCaret = { caret, timer: setTimeout(() => this.flush(), pauseMs) };
  }

  /** Tells the owner what is still waiting for a pause. */
  flush(): void {
    if (this.#pendingEdit !== undefined) {
      clearTimeout(this.#pendingEdit);
      this.#tellText();
    }
    if (this.#pendingCaret) {
      const { caret, timer } = this.#pendingCaret;
      clearTimeout(timer);
      this.#pendingCaret = undefined;
      this.#options.onCaret(caret);
    }
  }

  setOwnerText(text: string, revision: number): void {
    if (revision === this.#options.revision) return;
    this.#options.revision = revision;
    this.#options.text = text;
    this.#textLength = text.length;
    this.#fromOwner = true;
    this.#editor?.setOwnerText(text, revision);
    this.#fromOwner = false;
    this.#early?.setText(text);
  }

  replaceAll(text: string): void {
    this.#textLength = text.length;
    if (this.#editor) this.#editor.replaceAll(text);
    else this.#early?.replaceByUser(text);
    this.flush();
  }

  replaceParts(parts: readonly EditorPart[]): boolean {
    this.#editor?.replaceParts(parts);
    return this.#editor !== null;
  }

  getText(): string {
    this.flush();
    return this.#editor?.getText() ?? this.#early?.text() ?? this.#options.text;
  }

  setLook(look: EditorLook): void {
    this.#options.look = look;
    this.#editor?.setLook(look);
  }

  setReadOnly(readOnly: boolean): void {
    this.#options.readOnly = readOnly;
    this.#editor?.setReadOnly(readOnly);
  }

  setSchema(schema: EditorSchema | null): void {
    this.#options.schema = schema;
    this.#editor?.setSchema(schema);
  }

  setHints(hints: readonly EditorHint[]): void {
    this.#options.hints = hints;
    this.#editor?.setHints(hints);
  }

  setMarks(marks: readonly EditorMark[]): void {
    this.#options.marks = marks;
    this.#editor?.setMarks(marks);
  }

  focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.#early?.focus();
  }

  reveal(place: TextPlace): void {
    if (this.#editor) this.#editor.reveal(place);
    else this.#early?.reveal(place);
  }

  run(action: string): void {
    this.#editor?.focus();
    this.#editor?.run(action);
  }

  dispose(): void {
    this.flush();
    for (const cleanup of this.#cleanups) cleanup();
    this.#early?.dispose();
    this.#editor?.dispose();
    this.#editor = null;
  }
}

/** Up to this many characters the owner is told at each key. */
const smallText = 100_000;
const pauseMs = 120;
