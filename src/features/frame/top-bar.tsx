import { Keyboard, Monitor, Moon, Settings, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { PaletteButton } from './palette-button.tsx';
import './top-bar.css';

export type ThemeChoice = 'system' | 'dark' | 'light';

export interface TopBarProps {
  theme: ThemeChoice;
  onTheme: (theme: ThemeChoice) => void;
  onPalette: () => void;
  onShortcuts: () => void;
  onSettings: () => void;
  /** The connection switcher. */
  children: ReactNode;
}

/** Name, connection and the few things that concern the whole page. */
export function TopBar({ theme, onTheme, onPalette, onShortcuts, onSettings, children }: TopBarProps) {
  const ThemeIcon = themeIcons[theme];
  return (
    <header className="top-bar">
      <Mark />
      <h1 className="top-bar-name">Invoke Console</h1>
      {children}
      <PaletteButton onOpen={onPalette} />
      <div className="top-bar-actions">
        <IconButton label="Keyboard shortcuts" shortcut="Mod+/" icon={<Keyboard />} onClick={onShortcuts} />
        <IconButton
          label={`Theme: ${themeNames[theme]}. Change to ${themeNames[nextTheme[theme]]}`}
          icon={<ThemeIcon />}
          onClick={() => onTheme(nextTheme[theme])}
        />
        <IconButton label="Settings" shortcut="Shift+Alt+," icon={<Settings />} onClick={onSettings} />
      </div>
    </header>
  );
}

const themeIcons = { system: Monitor, dark: Moon, light: Sun };
const themeNames: Record<ThemeChoice, string> = { system: 'as the system', dark: 'dark', light: 'light' };
const nextTheme: Record<ThemeChoice, ThemeChoice> = { system: 'dark', dark: 'light', light: 'system' };

function Mark() {
  return <img className="top-bar-mark" src="icon.svg" alt="" width="22" height="22" />;
}
