import { isJson } from '../json-problems.ts';
import { positionsOf } from '../text-position.ts';
import { evaluate, type Evaluated, type VariableContext } from './evaluate.ts';
import { alone, stringsWithBraces, variable } from './variable-uses.ts';

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

/** The value of a variable in its place: what has a type is JSON, and stands alone in its quotes. */
export function valueInPlace(
  { expression, isAlone }: { expression: string; isAlone: boolean },
  context: VariableContext,
): Evaluated {
  const made = evaluate(expression, context);
  if (!made.ok || !made.isJson) return made;
  if (!isJson(made.value)) return { ok: false, message: `{{${expression}}} is not JSON.` };
  return isAlone ? made : { ok: false, message: 'A number, a boolean or JSON stands alone in its quotes.' };
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
    for (const { source, start, end } of stringsWithBraces(this.#text)) {
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
      const { value, isJson: typed } = this.#value({ expression, isAlone: true }, start + 1);
      return typed ? value : JSON.stringify(value);
    }
    return source.replaceAll(variable, (_whole: string, inside: string | undefined, at: number) => {
      if (inside === undefined) return '{{';
      const { value } = this.#value({ expression: inside, isAlone: false }, start + at);
      return JSON.stringify(value).slice(1, -1);
    });
  }

  #value(use: { expression: string; isAlone: boolean }, offset: number): { value: string; isJson: boolean } {
    this.#count += 1;
    const made = valueInPlace(use, this.#context);
    if (made.ok) return made;
    this.#faults.push({ message: made.message, offset });
    return { value: '', isJson: false };
  }
}
