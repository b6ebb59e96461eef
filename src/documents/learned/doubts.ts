import { JsonScanner } from '../json-scan.ts';
import { positionsOf } from '../text-position.ts';
import { kindWords, onlyKind } from './learned-words.ts';
import {
  enoughExamples,
  maxLearnedBytes,
  type Learned,
  type LearnedKind,
  type LearnedShape,
} from './learned-types.ts';

/** Something in a payload that no example had; lines and columns count from 1. */
export interface LearnedDoubt {
  message: string;
  start: TextPlace;
  end: TextPlace;
}

interface TextPlace {
  line: number;
  column: number;
}

const maxDoubts = 50;

/** What of a JSON text is unlike all that was learned. Nothing before there were enough examples, nor of large texts. */
export function learnedDoubts({ shape }: Learned, text: string): LearnedDoubt[] {
  if (shape.seen < enoughExamples || text.length > maxLearnedBytes) return [];
  const walk = new Walk(text, shape);
  while (walk.found.length < maxDoubts && walk.next());
  const { found } = walk;
  const places = positionsOf(
    text,
    found.flatMap(({ start, end }) => [start, end]),
  );
  return found.flatMap(({ message }, index) => {
    const [start, end] = [places[index * 2], places[index * 2 + 1]];
    return start && end ? [{ message, start, end }] : [];
  });
}

interface Frame {
  shape: LearnedShape | null;
  isArray: boolean;
  atName: boolean;
}

class Walk {
  readonly found: { message: string; start: number; end: number }[] = [];
  readonly #scanner: JsonScanner;
  readonly #open: Frame[] = [];
  /** What was learned of the value that comes next; null: nothing that could be doubted. */
  #shape: LearnedShape | null;

  constructor(text: string, shape: LearnedShape) {
    this.#scanner = new JsonScanner(text);
    this.#shape = shape;
  }

  next(): boolean {
    if (!this.#scanner.next()) return false;
    const { kind } = this.#scanner;
    const frame = this.#open.at(-1);
    if (kind === '}' || kind === ']') this.#open.pop();
    else if (kind === ',' && frame) this.#separate(frame);
    else if (kind === 'string' && frame?.atName) this.#name(frame);
    else if (kind !== ':' && kind !== 'stray') this.#value();
    return true;
  }

  #separate(frame: Frame): void {
    if (frame.isArray) this.#shape = frame.shape?.items ?? null;
    else frame.atName = true;
  }

  #name(frame: Frame): void {
    frame.atName = false;
    const name = nameOf(this.#scanner.token);
    const { shape } = frame;
    this.#shape = shape?.members.get(name) ?? null;
    const examples = shape?.kinds.object ?? 0;
    if (this.#shape || !shape || shape.isCut || examples < enoughExamples || name === null) return;
    this.#doubt(`“${name.slice(0, 100)}” was never seen here in ${examples} examples.`);
  }

  #value(): void {
    const shape = this.#shape;
    const kind = kindOfToken(this.#scanner.token, this.#scanner.kind);
    const only = shape && shape.seen >= enoughExamples ? onlyKind(shape) : null;
    if (shape && only !== null && kind !== null && kind !== only) {
      this.#doubt(`This was always ${kindWords[only]} in ${shape.seen} examples.`);
    }
    if (kind !== 'object' && kind !== 'array') return;
    const isArray = kind === 'array';
    this.#open.push({ shape, isArray, atName: !isArray });
    if (isArray) this.#shape = shape?.items ?? null;
  }

  #doubt(message: string): void {
    this.found.push({ message, start: this.#scanner.start, end: this.#scanner.end });
  }
}

function nameOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

function kindOfToken(token: string, kind: string): LearnedKind | null {
  if (kind === '{') return 'object';
  if (kind === '[') return 'array';
  if (kind === 'string' || kind === 'number') return kind;
  return token === 'null' ? 'null' : token === 'true' || token === 'false' ? 'boolean' : null;
}
