import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import './dialog.css';
import type { DialogProps } from './dialog.tsx';
import { addToastPlace } from './toast-place.ts';
import { ToastStatus } from './toaster.tsx';

export function DialogWindow({
  open,
  onOpenChange,
  title,
  description,
  size = 'normal',
  children,
  footer,
  initialFocus,
  alert = false,
  bare = false,
  onClosed,
}: DialogProps) {
  const Root = alert ? AlertDialog.Root : Dialog.Root;
  return (
    <Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          className="dialog"
          data-dialog=""
          data-size={size}
          data-bare={bare ? '' : undefined}
          {...(initialFocus ? { initialFocus } : {})}
        >
          <Header title={title} description={description} hidden={bare} />
          <div className="dialog-body">{children}</div>
          <ClosingSignal onClosed={onClosed} />
          {footer !== undefined && <footer className="dialog-footer">{footer}</footer>}
          {!alert && !bare && (
            <Dialog.Close
              className="button button-ghost icon-button icon-button-small dialog-close"
              aria-label="Close"
            >
              <X aria-hidden="true" />
            </Dialog.Close>
          )}
          <ToastPlace open={open} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Root>
  );
}

function Header({
  title,
  description,
  hidden,
}: Pick<DialogProps, 'title' | 'description'> & { hidden: boolean }) {
  return (
    <header className={hidden ? 'visually-hidden' : 'dialog-header'}>
      <Dialog.Title className="dialog-title">{title}</Dialog.Title>
      {description !== undefined && (
        <Dialog.Description className="dialog-description" render={<div />}>
          {description}
        </Dialog.Description>
      )}
    </header>
  );
}

/** Messages can be reached and heard only in the dialog; it is last, so that no button there gets the first focus. */
function ToastPlace({ open }: Pick<DialogProps, 'open'>) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => (open && place ? addToastPlace(place) : undefined), [open, place]);
  return (
    <>
      <div ref={setPlace} className="dialog-messages" />
      {place && <ToastStatus place={place} />}
    </>
  );
}

/** Base UI gives the focus back in a microtask after its popup has gone; the next task finds it there. */
function ClosingSignal({ onClosed }: Pick<DialogProps, 'onClosed'>) {
  const latest = useRef(onClosed);
  useEffect(() => {
    latest.current = onClosed;
  });
  useEffect(
    () => () => {
      setTimeout(() => latest.current?.(), 0);
    },
    [],
  );
  return null;
}
