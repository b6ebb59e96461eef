import type { LensAddress } from '../../documents/lens/lens-types.ts';
import { offsetAt, type TextPlace } from '../../ui/text-place.ts';
import { lensJob } from './lens-work.ts';

export interface OpenAtCaret {
  text: string;
  caret: TextPlace | null;
  go: (address: LensAddress, caret: TextPlace | null) => void;
}

/** Opens the innermost document around the caret, with the caret at the same place of it; false where there is none. */
export async function openAtCaret({ text, caret, go }: OpenAtCaret): Promise<boolean> {
  if (caret === null) return false;
  const task = { text, offset: offsetAt(text, caret) };
  const found = await lensJob('at', task, new AbortController().signal);
  if (found !== null) go(found.address, found.caret);
  return found !== null;
}
