import { lazy, Suspense, use, useEffect } from 'react';
import { isInDialog } from '../ui/in-dialog.ts';
import { isApple } from '../ui/shortcut.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';

/** The windows over presets, their keys, and the share link in the address of the page. */
export function PresetsHost({ services }: { services: Services }) {
  const { dialogs } = services.presets;
  const isOpen = useStore(dialogs, (state) => state.open !== null);
  useEffect(() => {
    const { show } = dialogs.getState().actions;
    const takeLink = (): void => {
      if (!location.hash.startsWith('#p=')) return;
      const fragment = location.hash;
      // What was shared does not stay in the address bar, nor in the browser's history.
      history.replaceState(null, '', location.pathname + location.search);
      show({ name: 'link', fragment });
    };
    const handleKey = (event: KeyboardEvent): void => {
      const dialog = dialogOf(event);
      if (dialog === null || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat && !isInDialog(event.target)) show(dialog);
    };
    takeLink();
    window.addEventListener('hashchange', takeLink);
    window.addEventListener('keydown', handleKey);
    return () => {
      window.removeEventListener('hashchange', takeLink);
      window.removeEventListener('keydown', handleKey);
    };
  }, [dialogs]);
  return <Suspense fallback={null}>{isOpen && <LoadedDialogs services={services} />}</Suspense>;
}

function LoadedDialogs({ services }: { services: Services }) {
  const { presets, drafts, connections } = services;
  const port = { store: use(presets.store()), dialogs: presets.dialogs, drafts, connections };
  return <PresetDialogs port={port} />;
}

const PresetDialogs = lazy(async () => ({
  default: (await import('../features/presets/preset-dialogs.tsx')).PresetDialogs,
}));

/** Ctrl/Cmd+S, with Shift to save as, and Ctrl/Cmd+U; never while composing or with AltGr. */
function dialogOf(event: KeyboardEvent) {
  const mod = isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!mod || event.altKey || event.isComposing || event.getModifierState('AltGraph')) return null;
  const key = event.key.toLowerCase();
  if (key === 's') return { name: 'save', asNew: event.shiftKey } as const;
  return key === 'u' && !event.shiftKey ? ({ name: 'share', presetId: null } as const) : null;
}
