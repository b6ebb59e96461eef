import { formatJson, minifyJson } from '../json-format.ts';
import { isJson } from '../json-problems.ts';
import { JsonScanner } from '../json-scan.ts';
import type { LensLayout, LensText } from './lens-types.ts';

/**
 * A text as it is best looked at. JSON on one line, as programs write it into strings, is shown in lines; its layout
 * is kept, so that `asWritten` gives the very text back.
 */
export function asShown(source: string): LensText {
  if (!isJson(source)) return { source, shown: source, layout: 'as-is', isJson: false };
  const layout = layoutOf(source);
  return { source, shown: layout === 'as-is' ? source : formatJson(source), layout, isJson: true };
}

/** The text as it is put back. While it is no JSON it stays as it was typed. */
export function asWritten(shown: string, layout: LensLayout): string {
  if (layout === 'as-is' || !isJson(shown)) return shown;
  return layout === 'compact' ? minifyJson(shown) : spacedJson(shown);
}

/** Where in the shown text the place is that is at an offset of the text as it stands. */
export function shownOffset({ source, shown, layout }: LensText, offset: number): number {
  return layout === 'as-is' ? offset : sameToken(source, shown, offset);
}

/** The other way round, for a text that is shown in lines whatever its own layout is. */
export function sourceOffset(source: string, offset: number): number {
  return sameToken(formatJson(source), source, offset);
}

/** The place in a text of the same tokens. */
function sameToken(text: string, other: string, offset: number): number {
  const [from, to] = [new JsonScanner(text), new JsonScanner(other)];
  while (from.next() && to.next()) {
    if (offset < from.end) return to.start + Math.max(0, offset - from.start);
  }
  return other.length;
}

function layoutOf(source: string): LensLayout {
  if (minifyJson(source) === source) return 'compact';
  return spacedJson(source) === source ? 'spaced' : 'as-is';
}

/** On one line with a space after each comma and colon, as Python's `json.dumps` writes. The text is JSON. */
function spacedJson(text: string): string {
  const scanner = new JsonScanner(text);
  const pieces: string[] = [];
  while (scanner.next()) {
    pieces.push(scanner.kind === ',' || scanner.kind === ':' ? `${scanner.token} ` : scanner.token);
  }
  return pieces.join('');
}
