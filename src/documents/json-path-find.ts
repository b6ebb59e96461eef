import type { JsonPath, JsonPathStep } from './json-path.ts';
import { JsonScanner } from './json-scan.ts';

/** A value inside a JSON text. */
export interface JsonPlace {
  /** Where it is, with every name and index given. */
  readonly path: JsonPath;
  /** Offset of its first character in the text. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
}

/**
 * All values of a sound JSON text that a path leads to, in the order of the text, at most `limit` of them. It reads
 * tokens and never parses the document, so a place can be read or replaced while every other character stays: number
 * spellings, duplicate names (each is found) and escapes.
 */
export function findInJson(text: string, path: JsonPath, limit = Number.POSITIVE_INFINITY): JsonPlace[] {
  const walk = new Walk(text, path);
  while (walk.found.length < limit && walk.next());
  walk.finish();
  return walk.found;
}

/** The text of a place. */
export function sourceOf(text: string, { start, end }: JsonPlace): string {
  return text.slice(start, end);
}

/** A text with the values at some places replaced by other JSON; every other character stays. */
export function replaceInJson(text: string, places: readonly JsonPlace[], source: string): string {
  let rest = 0;
  let made = '';
  for (const { start, end } of places) {
    if (start < rest) continue;
    made += text.slice(rest, start) + source;
    rest = end;
  }
  return made + text.slice(rest);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Position {
  key: string | number | null;
  /** How many steps of the path have led here; a deep step can be under way at many depths. */
  states: readonly number[];
}

interface Frame extends Position {
  isArray: boolean;
  index: number;
  /** Whether an object's next string is a name. */
  atName: boolean;
  place: Mutable<JsonPlace> | null;
  start: number;
  /** The array's items, counted only where a step counts from the end. */
  length: number | null;
}

/** One pass over the tokens, with the values that are open on the way down to the current one. */
class Walk {
  readonly found: Mutable<JsonPlace>[] = [];
  readonly #path: JsonPath;
  readonly #scanner: JsonScanner;
  readonly #open: Frame[] = [];
  #at: Position = { key: null, states: [0] };

  constructor(text: string, path: JsonPath) {
    this.#path = path;
    this.#scanner = new JsonScanner(text);
  }

  /** Takes one token; false at the end of the text. */
  next(): boolean {
    if (!this.#scanner.next()) return false;
    const { kind } = this.#scanner;
    const frame = this.#open.at(-1);
    if (kind === '}' || kind === ']') this.#close();
    else if (kind === ',' && frame) this.#separate(frame);
    else if (kind === 'string' && frame?.atName) this.#name(frame);
    else if (kind !== ':') this.#value();
    return true;
  }

  /** A value that was found and is not closed when the limit is met still gets its end. */
  finish(): void {
    const outermost = this.#open.findIndex(({ place }) => place !== null);
    if (outermost < 0) return;
    this.#at = nowhere;
    while (this.#open.length > outermost && this.#scanner.next()) {
      const { kind } = this.#scanner;
      if (kind === '{' || kind === '[') this.#open.push(this.#frame(null));
      else if (kind === '}' || kind === ']') this.#close();
    }
  }

  #close(): void {
    const closing = this.#open.pop();
    if (closing?.place) closing.place.end = this.#scanner.end;
  }

  #separate(frame: Frame): void {
    frame.index += 1;
    if (frame.isArray) this.#at = this.#below(frame, frame.index);
    else frame.atName = true;
  }

  #name(frame: Frame): void {
    frame.atName = false;
    this.#at = this.#below(frame, nameOf(this.#scanner.token));
  }

  #value(): void {
    const { kind, start, end } = this.#scanner;
    const place = this.#at.states.includes(this.#path.length) ? { path: this.#here(), start, end } : null;
    if (place) this.found.push(place);
    if (kind !== '{' && kind !== '[') return;
    const opened = this.#frame(place);
    this.#open.push(opened);
    if (opened.isArray) this.#at = this.#below(opened, 0);
  }

  #below(frame: Frame, key: string | number): Position {
    const states: number[] = [];
    for (const state of frame.states) {
      const step = this.#path[state];
      if (step && this.#leadsTo(step, key, frame)) add(states, state + 1);
      if (step?.deep) add(states, state);
    }
    return { key, states };
  }

  #leadsTo({ key: wanted }: JsonPathStep, key: string | number, frame: Frame): boolean {
    if (wanted === null || wanted === key) return true;
    if (typeof wanted !== 'number' || wanted >= 0 || !frame.isArray) return false;
    frame.length ??= itemsOf(this.#scanner.text, frame.start);
    return key === wanted + frame.length;
  }

  #here(): JsonPath {
    if (this.#open.length === 0) return [];
    const keys = [...this.#open.slice(1).map(({ key }) => key), this.#at.key];
    return keys.map((key) => ({ deep: false, key }));
  }

  #frame(place: Mutable<JsonPlace> | null): Frame {
    const { kind, start } = this.#scanner;
    const isArray = kind === '[';
    const { key, states } = this.#at;
    return { key, states, isArray, index: 0, atName: !isArray, place, start, length: null };
  }
}

const nowhere: Position = { key: null, states: [] };

function add(states: number[], state: number): void {
  if (!states.includes(state)) states.push(state);
}

function nameOf(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

function itemsOf(text: string, start: number): number {
  const scanner = new JsonScanner(text);
  scanner.end = start + 1;
  let depth = 1;
  let items = 0;
  let isEmpty = true;
  while (depth > 0 && scanner.next()) {
    if (scanner.kind === '{' || scanner.kind === '[') depth += 1;
    else if (scanner.kind === '}' || scanner.kind === ']') depth -= 1;
    else if (scanner.kind === ',' && depth === 1) items += 1;
    if (depth > 0) isEmpty = false;
  }
  return isEmpty ? 0 : items + 1;
}
