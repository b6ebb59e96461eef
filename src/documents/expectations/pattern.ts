import { parsePattern } from './pattern-parse.ts';
import { compilePattern, findsMatch } from './pattern-run.ts';

/** Longer patterns are not read. */
const maxPatternLength = 500;
/** A pattern is not tried on longer texts. */
export const maxMatchedLength = 65_536;

export type ReadPattern =
  /** Whether it occurs anywhere in a text of at most maxMatchedLength characters. */
  { ok: true; matches: (text: string) => boolean } | { ok: false; message: string };

/**
 * A regular expression in JavaScript's spelling (flag `u`) whose time grows with the text alone, never with what it
 * tries: it is run as a set of states, without back-references and lookarounds, which are refused by name. A pattern
 * comes with a preset from anybody, and may not hold up the page or a pipeline.
 */
export function readPattern(pattern: string): ReadPattern {
  if (pattern.length > maxPatternLength) {
    return { ok: false, message: `A pattern has at most ${maxPatternLength} characters.` };
  }
  try {
    // Only its spelling is checked by this; it is never run as a whole.
    RegExp(pattern, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*\/u?: /s, '') : '';
    return { ok: false, message: `This is no regular expression: ${reason}` };
  }
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return parsed;
  const program = compilePattern(parsed.node);
  return program === null
    ? { ok: false, message: 'The pattern repeats too much: its counts make it more than 1,000 steps long.' }
    : { ok: true, matches: (text) => findsMatch(program, text) };
}
