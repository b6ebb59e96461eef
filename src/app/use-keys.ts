import { useEffect, useEffectEvent } from 'react';
import { isInDialog } from '../ui/in-dialog.ts';
import { isApple } from '../ui/shortcut.ts';
import type { Actions } from './actions.ts';
import { keyName } from './key-name.ts';
import { actionOf } from './keymap.ts';

/**
 * Listens on the window, after the editors: they pass the page's keys on (ui/page-keys.ts), having told their text.
 * A key that is held down counts once, and a dialog keeps the page behind it out of reach.
 */
export function useKeys(actions: Actions): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const pressed = keyName(event, isApple());
    const name = pressed === null ? null : actionOf(pressed);
    if (name === null || event.defaultPrevented) return;
    event.preventDefault();
    const action = actions[name];
    if (event.repeat || action.unavailable !== undefined || isInDialog(event.target)) return;
    action.run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
