import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { dismissToast } from './toast.ts';
import type { ToastEntry } from './toast.ts';
import { toneClass } from './tone.ts';

export interface ToastProps {
  toast: ToastEntry;
  /** F6 leads to its action. */
  hasKey: boolean;
  /** The focus is to go back where it came from, as what has it is about to go. */
  onLeave: () => void;
}

/** It waits while it is pointed at or has the focus. */
export function Toast({ toast, hasKey, onLeave }: ToastProps) {
  const { id, title, description, tone = 'neutral', action } = toast;
  const [held, setHeld] = useState(false);
  const timeoutMs = toast.timeoutMs ?? (action ? 10_000 : 6000);

  useEffect(() => {
    if (held || timeoutMs === 0) return undefined;
    const timer = setTimeout(() => dismissToast(id), timeoutMs);
    return () => clearTimeout(timer);
  }, [id, held, timeoutMs]);

  function close(): void {
    onLeave();
    dismissToast(id);
  }

  return (
    <li
      className={classNames('toaster-toast', toneClass(tone))}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={({ currentTarget }) => setHeld(currentTarget.contains(document.activeElement))}
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
          data-toast-action=""
          shortcut={hasKey ? 'F6' : undefined}
          onClick={() => {
            close();
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss message" size="small" icon={<X aria-hidden="true" />} onClick={close} />
    </li>
  );
}
