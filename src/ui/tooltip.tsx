import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import './tooltip.css';
import { Kbd } from './kbd.tsx';
import { usePopup } from './use-popup.ts';

export interface TooltipProps {
  /** undefined: there is nothing to say now. */
  text: ReactNode;
  keys?: string | undefined;
  side?: 'top' | 'bottom';
  /** One control first. It carries its own name and description: a tooltip only shows them. */
  children: ReactNode;
}

/** Shows a hint while its control is hovered or has keyboard focus; Escape hides it. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  const [wanted, setWanted] = useState(false);
  const open = wanted && text !== undefined;
  const anchorRef = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function show(delayMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setWanted(true), delayMs);
  }

  function hide() {
    clearTimeout(timer.current);
    if (open) hiddenAt = performance.now();
    setWanted(false);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (!open || event.key !== 'Escape') return;
    event.stopPropagation();
    hide();
  }

  return (
    <span
      ref={anchorRef}
      className="tooltip-anchor"
      role="presentation"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(delayMs())}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
      onKeyDown={handleKeyDown}
    >
      {children}
      {open && (
        <TooltipPopup
          text={text}
          keys={keys}
          side={side}
          anchor={() => anchorRef.current?.firstElementChild ?? null}
        />
      )}
    </span>
  );
}

interface TooltipPopupProps extends Pick<TooltipProps, 'text' | 'keys'> {
  side: 'top' | 'bottom';
  anchor: () => Element | null;
}

function TooltipPopup({ text, keys, side, anchor }: TooltipPopupProps) {
  const popupRef = useRef<HTMLSpanElement>(null);
  usePopup(popupRef, anchor, { side, align: 'center' });
  return (
    <span ref={popupRef} popover="manual" className="popup tooltip" aria-hidden="true">
      {text}
      {keys !== undefined && <Kbd keys={keys} />}
    </span>
  );
}

/** A pointer that goes from one hint to the next does not wait again. */
function delayMs(): number {
  return performance.now() - hiddenAt < 400 ? 0 : 500;
}
let hiddenAt = -Infinity;
