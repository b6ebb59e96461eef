import type { JsonProblem } from '../../documents/json-problems.ts';
import type {
  LensAddress,
  LensLayout,
  LensProblem,
  OpenedDocument,
  TextPart,
} from '../../documents/lens/lens-types.ts';
import { lensJob } from './lens-work.ts';

/** What there is to show of a document inside. */
export interface LensView {
  /** As it was last read; null until it was read once. */
  opened: OpenedDocument | null;
  /** Why it can't be read or written now. What was typed stays. */
  problem: LensProblem | null;
  /** What is wrong with it as JSON; it is written all the same. */
  fault: JsonProblem | null;
  /** The text for its editor, to be taken over when `revision` changes. */
  text: string;
  revision: number;
}

export interface LensOuter {
  /** The text that holds the document, as it is this moment. */
  read: () => string;
  /** Makes the edit in it, one step to undo. */
  apply: (parts: readonly TextPart[]) => void | Promise<void>;
}

export interface LensSessionOptions {
  address: LensAddress;
  outer: LensOuter;
  onView: (view: LensView) => void;
  /** What was typed is on its way into the outer text; the answer is called when it is there. */
  onPending: (settle: () => Promise<void>) => () => void;
}

/**
 * One open document, kept the same on both sides: what is typed goes into the outer text a moment later, and what
 * changes there is shown here. The outer text is the truth: where both change, it wins.
 */
export class LensSession {
  readonly #options: LensSessionOptions;
  #view: LensView = { opened: null, problem: null, fault: null, text: '', revision: nextRevision() };
  /** What the document was when it was last read or written: the same again is no news. */
  #source: string | null = null;
  #layout: LensLayout = 'as-is';
  #reading = new AbortController();
  #writing = new AbortController();
  /** Typed and not written yet. */
  #typed: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writes: Promise<void> = Promise.resolve();
  #settled: (() => void) | undefined;

  constructor(options: LensSessionOptions) {
    this.#options = options;
  }

  /** The outer text has changed, or is there for the first time. */
  async outerChanged(text: string): Promise<void> {
    this.#reading.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const result = await lensJob('open', { text, address: this.#options.address }, reading.signal);
    if (reading.signal.aborted) return;
    if (!result.ok) this.#show({ problem: result.problem });
    else this.#take(result.value);
  }

  /** The user has typed. */
  edit(shown: string): void {
    this.#typed = shown;
    this.#settled ??= this.#options.onPending(() => this.settle());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), this.#pauseMs(shown));
  }

  /** Writes what was typed; resolves when it is in the outer text, or can't be. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writes = this.#writes.then(() => this.#write());
    await this.#writes;
  }

  /** What was typed last still goes out; nothing is shown any more. */
  dispose(): void {
    this.#reading.abort();
    if (this.#typed !== null) void this.settle();
  }

  /** While JSON is broken all of its string is written, as it is shown in lines then. */
  #pauseMs(shown: string): number {
    return this.#view.fault !== null && shown.length > largeCharacters ? longPauseMs : pauseMs;
  }

  async #write(): Promise<void> {
    const shown = this.#typed;
    if (shown === null) return;
    const { outer, address } = this.#options;
    const text = outer.read();
    const task = { text, address, shown, layout: this.#layout };
    const result = await lensJob('write', task, this.#writing.signal);
    // One of them has changed meanwhile: once more, for what is there now.
    if (this.#typed !== shown || outer.read() !== text) return this.#write();
    if (result.ok) {
      const { parts, source, fault } = result.value;
      this.#source = source;
      this.#typed = null;
      this.#show({ problem: null, fault: this.#isJson() ? fault : null });
      if (parts.length > 0) await outer.apply(parts);
    } else this.#show({ problem: result.problem });
    // What was typed since is written next.
    if (this.#typed === null || !result.ok) this.#tellSettled();
    return undefined;
  }

  #tellSettled(): void {
    this.#settled?.();
    this.#settled = undefined;
  }

  /** Whether it was JSON when it was opened: only then it is a fault that it is none now. */
  #isJson(): boolean {
    return this.#view.opened?.text?.isJson === true;
  }

  #take(opened: OpenedDocument): void {
    const { text } = opened;
    if (text === null || text.source === this.#source) {
      const isJson = this.#view.opened?.text?.isJson ?? false;
      const kept = text && { ...text, isJson: text.isJson || isJson };
      this.#show({ opened: { ...opened, text: kept }, problem: null });
      // It was gone for a while, and what was typed before could not be written.
      if (this.#typed !== null) void this.settle();
      return;
    }
    clearTimeout(this.#timer);
    this.#typed = null;
    this.#tellSettled();
    this.#source = text.source;
    this.#layout = text.layout;
    this.#show({ opened, problem: null, fault: null, text: text.shown, revision: nextRevision() });
  }

  #show(change: Partial<LensView>): void {
    this.#view = { ...this.#view, ...change };
    this.#options.onView(this.#view);
  }
}

/** No two texts of an editor's document may come under one number. */
function nextRevision(): number {
  lastRevision += 1;
  return lastRevision;
}

let lastRevision = 0;

/** After a key, before the payload is brought up to it. */
const pauseMs = 250;

/** For what would be felt, a tenth of a second a key for a megabyte; who leaves the editor or sends does not wait for it. */
const longPauseMs = 1_000;
const largeCharacters = 131_072;
