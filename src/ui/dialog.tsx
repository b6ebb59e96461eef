import { lazy, Suspense, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The accessible name. */
  title: string;
  description?: ReactNode;
  /** 26, 36 or 60 rem wide at most; a window takes nearly all of the page. @default 'normal' */
  size?: 'small' | 'normal' | 'large' | 'window';
  children: ReactNode;
  /** The buttons, the one that acts last. */
  footer?: ReactNode;
  /** What gets the focus; the first control of the body when not given. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Asks a question that must be answered: no closing by a press outside. */
  alert?: boolean | undefined;
  /** The content is all there is to see: the title is for screen readers, and Escape closes. */
  bare?: boolean | undefined;
  /** It has closed, and the focus is back where it was. */
  onClosed?: (() => void) | undefined;
}

/**
 * A window over the page. It keeps the focus, Escape closes it, and the focus goes back where it was. Its code
 * comes when the first dialog opens (or by preload-widgets.ts).
 */
export function Dialog(props: DialogProps) {
  const [asked, setAsked] = useState(props.open);
  if (props.open && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}

const DialogWindow = lazy(async () => ({ default: (await import('./dialog-window.tsx')).DialogWindow }));
