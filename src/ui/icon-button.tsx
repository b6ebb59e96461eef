import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import './icon-button.css';
import { refuse } from './button.tsx';
import { classNames } from './class-names.ts';
import { ariaShortcut } from './shortcut.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** The accessible name, also shown as the hint. */
  label: string;
  icon: ReactNode;
  /** Shown in the hint and announced; the button does not listen. */
  shortcut?: string | undefined;
  /** Makes it a toggle button. */
  pressed?: boolean | undefined;
  size?: 'small' | 'normal';
  /** Why the button can't be used: it stays focusable, does nothing and shows the reason. */
  disabledReason?: string | undefined;
}

export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  size = 'normal',
  disabledReason,
  className,
  onClick,
  ...native
}: IconButtonProps) {
  const reasonId = useId();
  const unavailable = disabledReason !== undefined;
  return (
    <>
      <Tooltip text={unavailable ? `${label}: ${disabledReason}` : label} keys={shortcut}>
        <button
          type="button"
          {...native}
          className={classNames(
            'button',
            'button-ghost',
            'icon-button',
            size === 'small' && 'icon-button-small',
            className,
          )}
          aria-label={label}
          aria-pressed={pressed}
          aria-disabled={unavailable || native['aria-disabled']}
          aria-describedby={unavailable ? reasonId : native['aria-describedby']}
          aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
          onClick={unavailable ? refuse : onClick}
        >
          {icon}
        </button>
      </Tooltip>
      {unavailable && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  );
}
