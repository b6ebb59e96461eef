import { useEffect, useState } from 'react';
import type { EventType } from '../documents/event-type-list.ts';

/** The event type of that id; null also while its schema is on the way, or when it does not come. */
export function useEventType(id: string | null): EventType | null {
  const [types, setTypes] = useState<readonly EventType[]>([]);
  const isMissing = id !== null && types.length === 0;
  useEffect(() => {
    if (!isMissing) return undefined;
    let current = true;
    // Without it the editor works, and proposes nothing.
    import('../documents/event-type-list.ts').then(
      ({ eventTypeList }) => current && setTypes(eventTypeList),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [isMissing]);
  return types.find((type) => type.id === id) ?? null;
}
