import { ResponseLens } from '../features/lens/response-lens.tsx';
import { isApple } from '../ui/shortcut.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { keyName } from './key-name.ts';
import { keymap } from './keymap.ts';
import { useTheme } from './use-theme.ts';

interface InsideResponseHostProps {
  services: Services;
  text: string;
  root?: string | undefined;
}

export function InsideResponseHost({ services, text, root = 'response' }: InsideResponseHostProps) {
  const settings = useStore(services.settings, (state) => state);
  const theme = useTheme(settings.theme);
  const look = { theme, fontSize: settings.editorFontSize, wrap: settings.wrapLines };
  return (
    <ResponseLens
      {...{ text, look, root }}
      link={services.lens}
      shortcut={keymap['open-inside']}
      isShortcut={(event) => keyName(event, isApple()) === keymap['open-inside']}
    />
  );
}
