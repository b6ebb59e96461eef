import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import './toaster.css';
import { makeToastRoom } from './make-toast-room.ts';
import { currentToastPlace, subscribeToastPlace } from './toast-place.ts';
import { Toast } from './toast-view.tsx';
import { currentToasts, subscribeToasts } from './toast.ts';
import { useToastFocus } from './use-toast-focus.ts';

/** The messages there are, oldest first, in the topmost dialog or on the page. */
export function ToastList() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  const place = useSyncExternalStore(subscribeToastPlace, currentToastPlace);
  const home = useRef<HTMLDivElement>(null);
  // It moves as it is: a message that follows into a dialog does not begin its time anew.
  const [host] = useState(() => document.createElement('div'));
  const list = useRef<HTMLOListElement>(null);
  const { onFocus, leave } = useToastFocus(list);
  useLayoutEffect(() => {
    const at = place ?? home.current;
    if (host.parentElement !== at) at?.append(host);
    if (place && toasts.length > 0) makeToastRoom(place);
  }, [host, place, toasts]);

  const withKey = toasts.findLast(({ action }) => action);
  return (
    <div ref={home}>
      {createPortal(
        toasts.length > 0 && (
          <ol ref={list} className="toaster-list" onFocus={onFocus}>
            {toasts.map((toast) => (
              <Toast key={toast.id} toast={toast} hasKey={toast === withKey} onLeave={leave} />
            ))}
          </ol>
        ),
        host,
      )}
    </div>
  );
}
