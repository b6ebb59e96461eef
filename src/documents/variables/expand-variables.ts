import { isJson } from '../json-problems.ts';
import { JsonScanner } from '../json-scan.ts';
import { positionsOf } from '../text-position.ts';
import { evaluate, type VariableContext } from './evaluate.ts';

export interface VariableProblem {
  readonly message: string;
  readonly offset: number;
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
}

export interface Expanded {
  /** What is sent, where there are no problems. A text without variables is the very same text. */
  readonly text: string;
  /** How many variables were found. */
  readonly count: number;
  readonly problems: readonly VariableProblem[];
}

/**
 * A JSON text with the variables in its strings replaced, as in `"id": "{{uuid}}"`; everything outside strings stays as
 * it is. A value is escaped as its string needs it. A string that is one variable with a type, such as
 * `"{{n|number}}"`, is replaced with its quotes. `{{{{` is sent as `{{`.
 */
export function expandVariables(text: string, context: VariableContext): Expanded {
  if (!text.includes('{{')) return { text, count: 0, problems: [] };
  const pass = new Pass(text, context);
  return pass.run();
}

/** How many texts would be taken for variables. */
export function countVariables(text: string): number {
  if (!text.includes('{{')) return 0;
  let count = 0;
  for (const token of stringsOf(text)) {
    for (const [found] of token.source.matchAll(variable)) count += found === escape ? 0 : 1;
  }
  return count;
}

/** Where the variables stand, braces included. */
export function variablesIn(
  text: string,
  limit: number,
): { expression: string; start: number; end: number }[] {
  if (!text.includes('{{')) return [];
  const found: { expression: string; start: number; end: number }[] = [];
  for (const { source, start } of stringsOf(text)) {
    for (const { 0: whole, 1: expression, index } of source.matchAll(variable)) {
      if (expression === undefined) continue;
      const at = start + index;
      found.push({ expression, start: at, end: at + whole.length });
      if (found.length === limit) return found;
    }
  }
  return found;
}

const escape = '{{{{';
const variable = /\{\{\{\{|\{\{([^{}]*)\}\}/g;
const alone = /^"\{\{([^{}]*)\}\}"$/;

function* stringsOf(text: string): Generator<{ source: string; start: number; end: number }> {
  const scanner = new JsonScanner(text);
  while (scanner.next()) {
    if (scanner.kind !== 'string') continue;
    const source = scanner.token;
    if (source.includes('{{')) yield { source, start: scanner.start, end: scanner.end };
  }
}

class Pass {
  readonly #text: string;
  readonly #context: VariableContext;
  readonly #faults: { message: string; offset: number }[] = [];
  #count = 0;

  constructor(text: string, context: VariableContext) {
    this.#text = text;
    this.#context = context;
  }

  run(): Expanded {
    let made = '';
    let rest = 0;
    for (const { source, start, end } of stringsOf(this.#text)) {
      made += this.#text.slice(rest, start) + this.#string(source, start);
      rest = end;
    }
    const places = positionsOf(
      this.#text,
      this.#faults.map(({ offset }) => offset),
    );
    const problems = this.#faults.map(({ message }, index) => ({
      message,
      ...(places[index] ?? { offset: 0, line: 1, column: 1 }),
    }));
    return { text: made + this.#text.slice(rest), count: this.#count, problems };
  }

  #string(source: string, start: number): string {
    const expression = alone.exec(source)?.[1];
    if (expression !== undefined) {
      const { value, isJson: typed } = this.#value(expression, start + 1);
      return typed ? value : JSON.stringify(value);
    }
    return source.replaceAll(variable, (_whole: string, inside: string | undefined, at: number) => {
      if (inside === undefined) return '{{';
      const { value, isJson: typed } = this.#value(inside, start + at);
      if (typed)
        this.#faults.push({
          message: 'A number, a boolean or JSON stands alone in its quotes.',
          offset: start + at,
        });
      return JSON.stringify(value).slice(1, -1);
    });
  }

  #value(expression: string, offset: number): { value: string; isJson: boolean } {
    this.#count += 1;
    const made = evaluate(expression, this.#context);
    if (made.ok && made.isJson && !isJson(made.value)) {
      this.#faults.push({ message: `{{${expression}}} is not JSON.`, offset });
      return { value: 'null', isJson: false };
    }
    if (made.ok) return made;
    this.#faults.push({ message: made.message, offset });
    return { value: '', isJson: false };
  }
}
