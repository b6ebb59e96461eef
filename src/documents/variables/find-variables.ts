import { positionsOf } from '../text-position.ts';
import { evaluate, type VariableContext } from './evaluate.ts';
import { variableUses, type VariableUse } from './variable-uses.ts';

/** A variable in a text, and what it would become now; lines and columns count from 1. */
export interface FoundVariable {
  /** Between the braces. */
  expression: string;
  start: { line: number; column: number };
  end: { line: number; column: number };
  made: { ok: true; value: string } | { ok: false; message: string };
}

/** More than anyone sees at once. */
const mostFound = 1_000;

/** The variables in the strings of a JSON text, in their order. */
export function findVariables(text: string, context: VariableContext): FoundVariable[] {
  const found: VariableUse[] = [];
  for (const use of variableUses(text)) if (found.push(use) === mostFound) break;
  const places = positionsOf(
    text,
    found.flatMap(({ start, end }) => [start, end]),
  );
  return found.flatMap(({ expression }, index) => {
    const [start, end] = [places[index * 2], places[index * 2 + 1]];
    return start && end ? [{ expression, start, end, made: evaluate(expression, context) }] : [];
  });
}
