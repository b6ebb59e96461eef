import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { FocusEvent } from 'react';
import { latePart, useLatePart } from './late-part.ts';
import { currentToasts, subscribeToasts } from './toast.ts';

/** Fetched as soon as the page stands: a message may be that the server has gone. */
const toastList = latePart(async () => (await import('./toast-list.tsx')).ToastList);

/** Where messages appear and are announced; once, at the end of the root. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  const { Part } = useLatePart(toastList);
  const newest = toasts.at(-1);
  const cameFrom = useRef<HTMLElement>(null);

  function handleFocus({ currentTarget, relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      cameFrom.current = relatedTarget;
  }

  useEffect(() => {
    // A message that goes with the focus in it gives the focus back to where it was.
    if (document.activeElement === document.body && cameFrom.current?.checkVisibility())
      cameFrom.current.focus();
  });

  return (
    <section
      className="toaster"
      aria-label="Messages"
      onFocus={handleFocus}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) cameFrom.current = null;
      }}
    >
      <p role="status" className="visually-hidden">
        {newest && `${newest.title} ${newest.description ?? ''}`}
      </p>
      {toasts.length > 0 && Part !== null && <Part toasts={toasts} />}
    </section>
  );
}
