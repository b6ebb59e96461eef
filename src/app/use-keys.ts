import { useEffect, useEffectEvent } from 'react';

/** `Mod` is Command on Apple machines and Control elsewhere. */
export type KeyName = 'Mod+Enter' | 'Mod+/' | 'F6' | 'Shift+F6';

export type KeyHandlers = Partial<Record<KeyName, () => void>>;

/**
 * Listens on the window, after the editors: they pass the page's keys on (ui/page-keys.ts), having told their text.
 * Never while composing (IME), never with AltGr, and a key that is held down counts once.
 */
export function useKeys(handlers: KeyHandlers): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const name = keyNameOf(event);
    const handler = name === null ? undefined : handlers[name];
    if (handler === undefined) return;
    event.preventDefault();
    if (!event.repeat) handler();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

export function keyNameOf(event: KeyboardEvent): KeyName | null {
  if (event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph') || event.altKey)
    return null;
  if (event.ctrlKey !== event.metaKey) {
    // Some layouts reach the slash by Shift.
    return event.shiftKey && event.key !== '/' ? null : (withMod[event.key] ?? null);
  }
  if (event.key !== 'F6' || event.ctrlKey) return null;
  return event.shiftKey ? 'Shift+F6' : 'F6';
}

const withMod: Readonly<Record<string, KeyName>> = { Enter: 'Mod+Enter', '/': 'Mod+/' };
