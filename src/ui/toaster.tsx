import { useSyncExternalStore } from 'react';
import { latePart, useLatePart } from './late-part.ts';
import { currentAnnouncement, subscribeToasts } from './toast.ts';

/** Fetched as soon as the page stands: a message may be that the server has gone. */
const toastList = latePart(async () => (await import('./toast-list.tsx')).ToastList);

/** Where messages appear and are announced while no dialog is open; once, at the end of the root. */
export function Toaster() {
  const { Part } = useLatePart(toastList);
  return (
    <section aria-label="Messages">
      <ToastStatus place={null} />
      {Part !== null && <Part />}
    </section>
  );
}

/** Announces the messages that come while this is their place. */
export function ToastStatus({ place }: { place: HTMLElement | null }) {
  const newest = useSyncExternalStore(subscribeToasts, currentAnnouncement);
  return (
    <p
      aria-live="polite"
      aria-atomic="true"
      className="visually-hidden"
      {...(place ? {} : { role: 'status' })}
    >
      {newest?.place === place && newest.text}
    </p>
  );
}
