import { useEffect } from 'react';
import { useMedia } from '../ui/use-media.ts';
import type { ThemeChoice } from '../features/frame/top-bar.tsx';

/** The theme in force; the document carries it, as public/theme.js did before React came. */
export function useTheme(choice: ThemeChoice): 'dark' | 'light' {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const theme = choice === 'system' ? (dark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return theme;
}
