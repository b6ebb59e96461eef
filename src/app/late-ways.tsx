import { lazy, Suspense, useState } from 'react';
import type { Connection, Draft } from '../state/types.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { Production } from './invoke-questions.tsx';
import { SeriesStatus } from './series-status.tsx';
import { composeWays } from './compose-ways.ts';
import { useTheme } from './use-theme.ts';

export interface LateWaysProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
}

/** The windows that run more than once, and what tells of a series when its window is closed. */
export function LateWays({ services, draft, connection }: LateWaysProps) {
  const [tools] = useState(() => composeWays(services));
  const open = useStore(services.ways, (state) => state.open);
  const theme = useTheme(useStore(services.settings, (state) => state.theme));
  const shared = {
    draft,
    connection,
    onClose: () => services.ways.setState({ open: null }),
    question: (
      <Suspense fallback={null}>
        <Production safety={services.safety} />
      </Suspense>
    ),
  };
  return (
    <>
      <SeriesStatus services={services} board={tools.board} />
      <Suspense fallback={null}>
        {open === 'variants' && <VariantsWindow key={draft.id} port={tools.variants} {...shared} />}
        {open === 'compare' && (
          <CompareTargets key={draft.id} port={tools.compare} {...{ ...shared, theme }} />
        )}
        {open === 'measure' && <Measure key={draft.id} port={tools.measure} {...{ ...shared, theme }} />}
        {open === 'variables' && (
          <VariablesDialog key={draft.id} port={tools.variables} draft={draft} onClose={shared.onClose} />
        )}
      </Suspense>
    </>
  );
}

const VariablesDialog = lazy(async () => ({
  default: (await import('../features/variables/variables-dialog.tsx')).VariablesDialog,
}));
const VariantsWindow = lazy(async () => ({
  default: (await import('../features/variants/variants-window.tsx')).VariantsWindow,
}));

const CompareTargets = lazy(async () => ({
  default: (await import('../features/compare/compare-targets-dialog.tsx')).CompareTargetsDialog,
}));

const Measure = lazy(async () => ({
  default: (await import('../features/measure/measure-dialog.tsx')).MeasureDialog,
}));
