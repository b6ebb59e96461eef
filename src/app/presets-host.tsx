import { lazy, Suspense, useEffect } from 'react';
import { showToast } from '../ui/toast.ts';
import { useLateValue } from '../ui/late-value.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';

/** The windows over presets, and the share link in the address of the page. */
export function PresetsHost({ services }: { services: Services }) {
  const { dialogs } = services.presets;
  const open = useStore(dialogs, (state) => state.open?.name);
  useEffect(() => {
    const { show } = dialogs.getState().actions;
    const takeLink = (): void => {
      const fragment = location.hash;
      if (fragment === '') return;
      // What was shared does not stay in the address bar, nor in the browser's history.
      history.replaceState(null, '', location.pathname + location.search);
      if (fragment.startsWith('#p=')) show({ name: 'link', fragment });
      else showToast({ title: 'This address names nothing in the console', tone: 'warn' });
    };
    takeLink();
    window.addEventListener('hashchange', takeLink);
    return () => window.removeEventListener('hashchange', takeLink);
  }, [dialogs]);
  const Windows = open?.startsWith('expectation') ? ExpectationWindowsHost : LoadedDialogs;
  return <Suspense fallback={null}>{open !== undefined && <Windows services={services} />}</Suspense>;
}

function LoadedDialogs({ services }: { services: Services }) {
  const { presets, drafts, connections } = services;
  const { value: stores } = useLateValue(presets.stores);
  return stores && <PresetDialogs port={{ ...stores, dialogs: presets.dialogs, drafts, connections }} />;
}

const PresetDialogs = lazy(async () => ({
  default: (await import('../features/presets/preset-dialogs.tsx')).PresetDialogs,
}));

const ExpectationWindowsHost = lazy(async () => ({
  default: (await import('./expectation-hosts.tsx')).ExpectationWindowsHost,
}));
