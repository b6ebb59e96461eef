import type { PatternNode } from './pattern-parse.ts';

/** One step of a pattern as a list of states. `next` and `other` are places in the list. */
type PatternStep =
  | { type: 'character'; test: (character: string) => boolean }
  | { type: 'assertion'; holds: (before: string, after: string) => boolean }
  | { type: 'fork'; next: number; other: number }
  | { type: 'match' };

export type PatternProgram = readonly PatternStep[];

const maxSteps = 1_000;

/** null when counted repeats make it longer than 1,000 steps. */
export function compilePattern(node: PatternNode): PatternProgram | null {
  const steps: PatternStep[] = [];
  emit(node, steps);
  steps.push({ type: 'match' });
  return steps.length > maxSteps ? null : steps;
}

/**
 * Whether the pattern occurs anywhere in the text. All ways through it are gone at once, one character after the
 * other, so that a step is looked at no more than once for each (after Ken Thompson, CACM 11(6), 1968).
 */
export function findsMatch(program: PatternProgram, text: string): boolean {
  let current: number[] = [];
  let before = '';
  const seen = new Uint32Array(program.length);
  let round = 0;
  for (const character of withEnd(text)) {
    round += 1;
    const here = { program, before, after: character, seen, round };
    const reached = follow(current, here);
    if (reached === null) return true;
    current = [];
    for (const at of reached) {
      const step = program[at];
      if (step?.type === 'character' && character !== '' && step.test(character)) current.push(at + 1);
    }
    before = character;
  }
  return false;
}

function* withEnd(text: string): Generator<string> {
  yield* text;
  yield '';
}

interface Place {
  program: PatternProgram;
  before: string;
  after: string;
  /** When each step was looked at last. */
  seen: Uint32Array;
  round: number;
}

/** All steps that wait for a character, from these and from the beginning; null when the end was reached. */
function follow(from: readonly number[], { program, before, after, seen, round }: Place): number[] | null {
  const waiting: number[] = [];
  const open = [0, ...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at] === round) continue;
    seen[at] = round;
    const step = program[at];
    if (step?.type === 'match') return null;
    if (step?.type === 'character') waiting.push(at);
    else if (step?.type === 'fork') open.push(step.other, step.next);
    else if (step?.holds(before, after)) open.push(at + 1);
  }
  return waiting;
}

/** Appends the steps of a node. It gives up when there are too many: the program is not used then. */
function emit(node: PatternNode, steps: PatternStep[]): void {
  if (steps.length > maxSteps) return;
  if (node.type === 'character' || node.type === 'assertion') steps.push(node);
  else if (node.type === 'sequence') for (const part of node.parts) emit(part, steps);
  else if (node.type === 'choice') emitChoice(node.options, steps);
  else emitRepeat(node, steps);
}

function emitChoice([first, ...others]: readonly PatternNode[], steps: PatternStep[]): void {
  if (first === undefined) return;
  if (others.length === 0) return emit(first, steps);
  const fork = reserve(steps);
  emit(first, steps);
  const leap = reserve(steps);
  steps[fork] = { type: 'fork', next: fork + 1, other: steps.length };
  emitChoice(others, steps);
  steps[leap] = { type: 'fork', next: steps.length, other: steps.length };
}

function emitRepeat({ part, min, max }: PatternNode & { type: 'repeat' }, steps: PatternStep[]): void {
  for (let times = 0; times < min && steps.length <= maxSteps; times += 1) emit(part, steps);
  if (max === null) {
    const fork = reserve(steps);
    emit(part, steps);
    steps.push({ type: 'fork', next: fork, other: fork });
    steps[fork] = { type: 'fork', next: fork + 1, other: steps.length };
    return;
  }
  const forks: number[] = [];
  for (let times = min; times < max && steps.length <= maxSteps; times += 1) {
    forks.push(reserve(steps));
    emit(part, steps);
  }
  for (const fork of forks) steps[fork] = { type: 'fork', next: fork + 1, other: steps.length };
}

/** A place that is filled when it is known where it leads. */
function reserve(steps: PatternStep[]): number {
  return steps.push({ type: 'match' }) - 1;
}
