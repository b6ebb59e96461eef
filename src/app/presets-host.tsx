import { useEffect } from 'react';
import { Late } from '../ui/late.tsx';
import { latePart, useLateValue } from '../ui/late-part.ts';
import { showToast } from '../ui/toast.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { closeNotLoaded } from './not-loaded.ts';

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
  if (open === undefined) return null;
  const onFailed = closeNotLoaded(dialogs.getState().actions.close);
  return open.startsWith('expectation') ? (
    <Late key="expectations" part={expectationWindows} props={{ services }} onFailed={onFailed} />
  ) : (
    <LoadedDialogs {...{ services, onFailed }} />
  );
}

interface LoadedDialogsProps {
  services: Services;
  onFailed: () => void;
}

function LoadedDialogs({ services, onFailed }: LoadedDialogsProps) {
  const { presets, drafts, connections } = services;
  const { value: stores, hasFailed } = useLateValue(presets.stores);
  useEffect(() => {
    if (hasFailed) onFailed();
  }, [hasFailed, onFailed]);
  if (stores === null) return null;
  const port = { ...stores, dialogs: presets.dialogs, drafts, connections };
  return <Late part={presetDialogs} props={{ port }} onFailed={onFailed} />;
}

const presetDialogs = latePart(
  async () => (await import('../features/presets/preset-dialogs.tsx')).PresetDialogs,
);

const expectationWindows = latePart(
  async () => (await import('./expectation-hosts.tsx')).ExpectationWindowsHost,
);
