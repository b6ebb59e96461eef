import { ignoredNames } from '../compare-text.ts';
import { comparedText, type ComparedSource } from './compared-text.ts';
import { compareJson, type JsonComparison } from './json-difference.ts';

/** Two answers as they came, to be compared path by path. `ignored` are JSON paths. */
export interface StructureJob {
  kind: 'structure';
  left: Uint8Array;
  right: Uint8Array;
  ignored: readonly string[];
}

/** Two sides as texts that are laid beside each other. `names` are members whose values are left out. */
export interface TextsJob {
  kind: 'texts';
  left: ComparedSource;
  right: ComparedSource;
  names: readonly string[];
}

export interface ComparedTexts {
  isSame: boolean;
  /** null: a view that marks what differs would hold the page up. */
  texts: { left: string; right: string } | null;
}

/** As many characters and lines of one side as are shown with what differs marked: more holds the page up. */
export const mostShown = { characters: 1_500_000, lines: 50_000 };

/** Bytes that are no text become a text that is no JSON. */
export function runStructureJob({ left, right, ignored }: Omit<StructureJob, 'kind'>): JsonComparison {
  const decoder = new TextDecoder();
  return compareJson(decoder.decode(left), decoder.decode(right), ignored);
}

export function runTextsJob(job: Omit<TextsJob, 'kind'>): ComparedTexts {
  const names = ignoredNames(job.names);
  const [left, right] = [comparedText(job.left, names), comparedText(job.right, names)];
  return { isSame: left === right, texts: isShown(left) && isShown(right) ? { left, right } : null };
}

function isShown(text: string): boolean {
  if (text.length > mostShown.characters) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostShown.lines; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines <= mostShown.lines;
}
