import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import './toaster.css';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { dismissToast } from './toast.ts';
import type { ToastEntry } from './toast.ts';
import { toneClass } from './tone.ts';

/** The messages there are, oldest first. */
export function ToastList({ toasts }: { toasts: readonly ToastEntry[] }) {
  return (
    <ol className="toaster-list">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </ol>
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
