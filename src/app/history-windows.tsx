import { useMemo } from 'react';
import { ComparedParts } from '../features/compare/compared-parts.tsx';
import type { ComparedRunParts } from '../features/history/compare/compare-dialog.tsx';
import { HistoryDialogs } from '../features/history/history-dialogs.tsx';
import { useLateValue } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { historyPort } from './history-port.ts';
import { ignoredPaths } from './ignored-paths.ts';
import { useTheme } from './use-theme.ts';

/** The windows over the history; they come when the first one is asked for. */
export function HistoryWindows({ services }: { services: Services }) {
  const { settings } = services;
  const { value: keeper } = useLateValue(services.library.keeper);
  const port = useMemo(() => keeper && historyPort(services, keeper), [services, keeper]);
  const theme = useTheme(useStore(settings, (state) => state.theme));
  return port && <HistoryDialogs port={port} parts={partsIn(settings, theme)} />;
}

function partsIn(settings: Services['settings'], theme: 'dark' | 'light'): ComparedRunParts {
  const stores = { settings, ignored: ignoredPaths };
  return (left, right) => <ComparedParts {...{ stores, left, right, theme }} />;
}
