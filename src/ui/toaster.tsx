import { X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { FocusEvent } from 'react';
import './toaster.css';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { currentToasts, dismissToast, subscribeToasts } from './toast.ts';
import type { ToastEntry } from './toast.ts';
import { toneClass } from './tone.ts';

/** Where messages appear and are announced; once, at the end of the root. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
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
      {toasts.length > 0 && (
        <ol className="toaster-list">
          {toasts.map((toast) => (
            <Toast key={toast.id} toast={toast} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** It waits while it is pointed at or has the focus. */
function Toast({ toast }: { toast: ToastEntry }) {
  const { id, title, description, tone = 'neutral', action } = toast;
  const [held, setHeld] = useState(false);
  const timeoutMs = toast.timeoutMs ?? (action ? 10_000 : 6000);

  useEffect(() => {
    if (held || timeoutMs === 0) return undefined;
    const timer = setTimeout(() => dismissToast(id), timeoutMs);
    return () => clearTimeout(timer);
  }, [id, held, timeoutMs]);

  return (
    <li
      className={classNames('toaster-toast', toneClass(tone))}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="toaster-text">
        <p className="toaster-title">{title}</p>
        {description !== undefined && <p className="dim">{description}</p>}
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            dismissToast(id);
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label="Dismiss message"
        size="small"
        icon={<X aria-hidden="true" />}
        onClick={() => dismissToast(id)}
      />
    </li>
  );
}
