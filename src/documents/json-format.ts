import { isJson } from './json-problems.ts';
import { JsonScanner } from './json-scan.ts';

/** Containers deeper than this stay on one line: a deep document would otherwise grow many times over. */
const deepestIndent = 64;
const lineEnd = '\n';

/**
 * The same tokens with one member a line and two spaces for each level. Only white space between tokens changes:
 * numbers keep their spelling, strings their escapes, and duplicate keys stay. Text that is no JSON comes back
 * as it is. What lies deeper than 64 levels stays on one line.
 */
export function formatJson(text: string): string {
  if (!isJson(text)) return text;
  const scanner = new JsonScanner(text);
  const pieces: string[] = [];
  let depth = 0;
  let justOpened = false;
  while (scanner.next()) {
    const { kind } = scanner;
    if (kind === '}' || kind === ']') {
      depth -= 1;
      if (!justOpened) pieces.push(breakAt(depth));
    } else if (justOpened) pieces.push(breakAt(depth));
    justOpened = kind === '{' || kind === '[';
    if (justOpened) depth += 1;
    pieces.push(kind === ':' ? ': ' : scanner.token);
    if (kind === ',') pieces.push(breakAt(depth));
  }
  return pieces.join('');
}

/** The same tokens with nothing between them. Text that is no JSON comes back as it is. */
export function minifyJson(text: string): string {
  if (!isJson(text)) return text;
  const scanner = new JsonScanner(text);
  const pieces: string[] = [];
  while (scanner.next()) pieces.push(scanner.token);
  return pieces.join('');
}

function breakAt(depth: number): string {
  if (depth > deepestIndent) return '';
  return (breaks[depth] ??= lineEnd + '  '.repeat(depth));
}

const breaks: string[] = [];
