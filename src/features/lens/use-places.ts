import { useEffect, useState } from 'react';
import type { LensPlaces } from '../../documents/lens/lens-types.ts';
import { lensJob } from './lens-work.ts';

/** The documents inside a text, a moment after its last change. */
export function usePlaces(text: string): LensPlaces {
  const [found, setFound] = useState(none);
  useEffect(() => {
    const looking = new AbortController();
    const timer = setTimeout(() => {
      void lensJob('find', { text }, looking.signal).then((places) => {
        if (!looking.signal.aborted) setFound(places);
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      looking.abort();
    };
  }, [text]);
  return found;
}

const none: LensPlaces = { places: [], isCut: false };
const pauseMs = 150;
