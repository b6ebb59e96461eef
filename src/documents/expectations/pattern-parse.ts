/** What a pattern asks for. `test` and `holds` look at single characters (code points). */
export type PatternNode =
  | { type: 'character'; test: (character: string) => boolean }
  /** Between two characters; an empty one is the start or the end of the text. */
  | { type: 'assertion'; holds: (before: string, after: string) => boolean }
  | { type: 'sequence'; parts: readonly PatternNode[] }
  | { type: 'choice'; options: readonly PatternNode[] }
  /** `max` null: without end. */
  | { type: 'repeat'; part: PatternNode; min: number; max: number | null };

export type ParsedPattern = { ok: true; node: PatternNode } | { ok: false; message: string };

/** Takes a pattern apart that is sound in JavaScript's spelling with the flag `u`. */
export function parsePattern(pattern: string): ParsedPattern {
  const parser = new Parser(pattern);
  const node = parser.choice();
  return parser.problem === null ? { ok: true, node } : { ok: false, message: parser.problem };
}

class Parser {
  problem: string | null = null;
  #rest: string;

  constructor(pattern: string) {
    this.#rest = pattern;
  }

  choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#take(/^\|/u) !== null) options.push(this.#sequence());
    return options.length === 1 && options[0] ? options[0] : { type: 'choice', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.problem === null && this.#rest !== '' && !/^[|)]/u.test(this.#rest)) parts.push(this.#term());
    return { type: 'sequence', parts };
  }

  #term(): PatternNode {
    const part = this.#assertion() ?? this.#group() ?? this.#character();
    const count = this.#take(/^(?:[*+?]|\{\d+(?:,\d*)?\})\??/u);
    return count === null ? part : { type: 'repeat', part, ...rangeOf(count) };
  }

  #assertion(): PatternNode | null {
    const sign = this.#take(/^(?:[\^$]|\\[bB])/u);
    if (sign === null) return null;
    return { type: 'assertion', holds: assertions[sign] ?? (() => false) };
  }

  #group(): PatternNode | null {
    const opening = this.#take(/^\((?:\?(?:<?[=!]|[-a-z]*:|<[^>]+>))?/u);
    if (opening === null) return null;
    if (/[=!]$/u.test(opening)) this.problem ??= 'Lookarounds such as (?=…) are not understood here.';
    else if (/^\(\?[-a-z]+:/u.test(opening)) this.problem ??= 'Flags such as (?i:…) are not understood here.';
    const inside = this.choice();
    this.#take(/^\)/u);
    return inside;
  }

  /** A class or an escape is left to the browser's own engine, one character at a time. */
  #character(): PatternNode {
    const source = this.#take(
      /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u.{4}|x..|c.|.)|.)/su,
    );
    if (source === null) this.problem ??= 'The pattern ends too early.';
    else if (/^\\[1-9k]/u.test(source)) {
      this.problem ??= 'Back-references such as \\1 are not understood here.';
    } else return { type: 'character', test: testOf(source) };
    return { type: 'sequence', parts: [] };
  }

  #take(what: RegExp): string | null {
    const found = what.exec(this.#rest)?.[0] ?? null;
    if (found !== null) this.#rest = this.#rest.slice(found.length);
    return found;
  }
}

function rangeOf(count: string): { min: number; max: number | null } {
  if (count.startsWith('*')) return { min: 0, max: null };
  if (count.startsWith('+')) return { min: 1, max: null };
  if (count.startsWith('?')) return { min: 0, max: 1 };
  const [, min = '0', isRange, max = ''] = /^\{(\d+)(,)?(\d*)/u.exec(count) ?? [];
  return { min: Number(min), max: isRange === undefined ? Number(min) : max === '' ? null : Number(max) };
}

function testOf(source: string): (character: string) => boolean {
  if (/^[^.[\\]$/su.test(source)) return (character) => character === source;
  const one = RegExp(`^${source}$`, 'u');
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const found = one.test(character);
    known.set(character, found);
    return found;
  };
}

const isWord = (character: string): boolean => /^\w$/u.test(character);

const assertions: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  '^': (before) => before === '',
  $: (_before, after) => after === '',
  '\\b': (before, after) => isWord(before) !== isWord(after),
  '\\B': (before, after) => isWord(before) === isWord(after),
};
