import type { LensAddress, LensPlace } from '../../documents/lens/lens-types.ts';
import type { TextPlace } from '../../ui/text-place.ts';
import { lensJob } from './lens-work.ts';
import { lookedAt } from './looked-at.ts';

export interface OpenLookedAt {
  /** What shows the text. */
  scope: Element;
  text: string;
  places: readonly LensPlace[];
  go: (address: LensAddress, caret: TextPlace | null) => void;
}

/** Opens the document at the place that is looked at; false where there is none. */
export async function openLookedAt({ scope, text, places, go }: OpenLookedAt): Promise<boolean> {
  const at = lookedAt(scope);
  if (at === null) return false;
  if ('path' in at) {
    const place = places.find(({ address, path }) => address.length === 1 && path === at.path);
    if (place) go(place.address, null);
    return place !== undefined;
  }
  const found = await lensJob('at', { text, ...at }, new AbortController().signal);
  if (found) go(found.address, found.caret);
  return found !== null;
}
