import { useId } from 'react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import './button.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { ariaShortcut } from './shortcut.ts';
import { Tooltip } from './tooltip.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one thing to do on a screen: it bears the accent. @default 'secondary' */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  size?: 'small' | 'normal';
  icon?: ReactNode;
  /** Shown on the button and announced as its key; it does not listen. */
  shortcut?: string | undefined;
  /** Why the button can't be used: it stays focusable, does nothing and shows the reason. */
  disabledReason?: string | undefined;
}

export function Button({
  variant = 'secondary',
  size = 'normal',
  icon,
  shortcut,
  disabledReason,
  className,
  children,
  onClick,
  ...native
}: ButtonProps) {
  const reasonId = useId();
  const unavailable = disabledReason !== undefined;
  // One tree in either state: a button that turns unavailable keeps the focus.
  return (
    <Tooltip text={disabledReason}>
      <button
        type="button"
        {...native}
        className={classNames('button', `button-${variant}`, size === 'small' && 'button-small', className)}
        aria-disabled={unavailable || native['aria-disabled']}
        aria-describedby={unavailable ? reasonId : native['aria-describedby']}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
        onClick={unavailable ? refuse : onClick}
      >
        {icon}
        {children !== undefined && <span className="button-label">{children}</span>}
        {shortcut !== undefined && (
          <span className="button-keys" aria-hidden="true">
            <Kbd keys={shortcut} />
          </span>
        )}
      </button>
      {unavailable && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </Tooltip>
  );
}

/** An unavailable button does nothing, not even submit its form. */
export function refuse(event: MouseEvent): void {
  event.preventDefault();
}
