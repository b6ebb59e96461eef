import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  open: boolean;
  /** The question. */
  title: string;
  children?: ReactNode;
  /** What will be done, as a verb: `Delete`, `Send anyway`. */
  confirmLabel: string;
  /** @default 'Cancel' */
  cancelLabel?: string;
  /** It destroys something. */
  danger?: boolean | undefined;
  onConfirm: () => void;
  /** Also Escape. */
  onCancel: () => void;
}

/** A plain question before something that can't be taken back; the focus stands on the way out. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  danger = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => !next && onCancel()}
      title={title}
      size="small"
      footer={
        <>
          <Button onClick={onCancel}>{cancelLabel}</Button>
          <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
