import { useEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { isInDialog } from './in-dialog.ts';

export interface ToastFocus {
  onFocus: (event: FocusEvent) => void;
  /** Gives the focus back if a message has it. */
  leave: () => void;
}

/**
 * F6 leads to the newest message that can be acted on, and back. Where no dialog is open, the page then takes the key
 * too and goes on to the next pane.
 */
export function useToastFocus(list: RefObject<HTMLElement | null>): ToastFocus {
  const cameFrom = useRef<HTMLElement>(null);

  function leave(): void {
    if (!list.current?.contains(document.activeElement)) return;
    const back = cameFrom.current?.checkVisibility()
      ? cameFrom.current
      : list.current.closest<HTMLElement>('[data-dialog]');
    back?.focus();
  }

  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.repeat || hasModifier(event)) return;
      const hadFocus = list.current?.contains(document.activeElement) ?? false;
      if (hadFocus) leave();
      else if (!focusAction(list.current)) return;
      if (hadFocus && !isInDialog(list.current)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // Before the editors, which pass the key on to the page.
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  });

  useEffect(() => {
    // A message that its maker takes back gives the focus back to where it was.
    if (document.activeElement === document.body && cameFrom.current?.checkVisibility())
      cameFrom.current.focus();
    if (!list.current?.contains(document.activeElement)) cameFrom.current = null;
  });

  return {
    onFocus({ currentTarget, relatedTarget }) {
      if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
        cameFrom.current = relatedTarget;
    },
    leave,
  };
}

function focusAction(list: HTMLElement | null): boolean {
  const action = [...(list?.querySelectorAll<HTMLElement>('[data-toast-action]') ?? [])].at(-1);
  action?.focus();
  return action !== undefined;
}

function hasModifier({ shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return shiftKey || ctrlKey || altKey || metaKey;
}
