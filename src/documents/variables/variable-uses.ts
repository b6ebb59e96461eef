import { JsonScanner } from '../json-scan.ts';

/** A variable as it stands in a JSON text. */
export interface VariableUse {
  /** Between the braces. */
  readonly expression: string;
  /** Offsets, braces included. */
  readonly start: number;
  readonly end: number;
  /** Its string holds nothing else, so that it may have a type. */
  readonly isAlone: boolean;
}

/** In characters: variables of a longer text are not coloured, for looking through it would be felt at each pause. */
export const longestMarked = 262_144;

/** How many texts would be taken for variables. */
export function countVariables(text: string): number {
  let count = 0;
  for (const _use of variableUses(text)) count += 1;
  return count;
}

/** The variables in the strings of a JSON text, in their order. */
export function* variableUses(text: string): Generator<VariableUse> {
  for (const { source, start } of stringsWithBraces(text)) {
    const isAlone = alone.test(source);
    for (const { 0: whole, 1: expression, index } of source.matchAll(variable)) {
      if (expression === undefined) continue;
      const at = start + index;
      yield { expression, start: at, end: at + whole.length, isAlone };
    }
  }
}

/** An escape, without a group, or a variable. */
export const variable = /\{\{\{\{|\{\{([^{}]*)\}\}/g;
export const alone = /^"\{\{([^{}]*)\}\}"$/;

/** The strings of a JSON text, in their quotes, that could have a variable. */
export function* stringsWithBraces(text: string): Generator<{ source: string; start: number; end: number }> {
  if (!text.includes('{{')) return;
  const scanner = new JsonScanner(text);
  while (scanner.next()) {
    if (scanner.kind !== 'string') continue;
    const source = scanner.token;
    if (source.includes('{{')) yield { source, start: scanner.start, end: scanner.end };
  }
}
