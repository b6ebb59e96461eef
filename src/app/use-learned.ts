import { useEffect, useState } from 'react';
import type { Draft } from '../state/types.ts';
import { useStore } from '../ui/use-store.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { Services } from './compose.ts';
import type { LearnedOffer } from './watch-learned.ts';

/**
 * What was learned of the function's payloads, for the editor; null while nothing was, where an event type says it
 * better, and where learning is off.
 */
export function useLearned(services: Services, draft: Draft): LearnedOffer | null {
  const isOn = useStore(services.settings, ({ learnPayloads }) => learnPayloads);
  const { id, functionName, eventType } = draft;
  const isWanted = isOn && eventType === null;
  const [offer, setOffer] = useState<LearnedOffer | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const ended = new AbortController();
    const cancel = whenIdle(() => {
      // Without its code the editor works, and proposes nothing.
      services.learned.load().then(
        ({ watch }) =>
          watch({ services, draftId: id, functionName, onOffer: setOffer, signal: ended.signal }),
        () => undefined,
      );
    });
    return () => {
      cancel();
      ended.abort();
    };
  }, [services, isWanted, id, functionName]);
  return isWanted && offer?.draftId === id ? offer : null;
}
