import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
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
  const list = useRef<HTMLOListElement>(null);
  const { onFocus, leave } = useToastFocus(list);
  useLayoutEffect(() => {
    if (place && toasts.length > 0) makeToastRoom(place);
  }, [place, toasts]);

  if (toasts.length === 0) return null;
  const withKey = toasts.findLast(({ action }) => action);
  const messages = (
    <ol ref={list} className="toaster-list" onFocus={onFocus}>
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} hasKey={toast === withKey} onLeave={leave} />
      ))}
    </ol>
  );
  return place ? createPortal(messages, place) : messages;
}
