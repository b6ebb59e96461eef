import './kbd.css';
import { shortcutLabel } from './shortcut.ts';

export interface KbdProps {
  /** `Mod+Enter`: `Mod` shows as ⌘ on Apple machines and as Ctrl elsewhere. */
  keys: string;
}

export function Kbd({ keys }: KbdProps) {
  return <kbd className="kbd">{shortcutLabel(keys)}</kbd>;
}
