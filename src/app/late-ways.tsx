import { Suspense, useState } from 'react';
import type { Connection, Draft } from '../state/types.ts';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { ActionTools } from './actions.ts';
import type { Services } from './compose.ts';
import { Production } from './invoke-questions.tsx';
import { SeriesStatus } from './series-status.tsx';
import { composeWays } from './compose-ways.ts';
import { nothingHeld } from '../state/held-back.ts';
import { closeNotLoaded } from './not-loaded.ts';
import { useTheme } from './use-theme.ts';

export interface LateWaysProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  tools: Pick<ActionTools, 'panes' | 'request'>;
}

/** The windows that run more than once, and what tells of a series when its window is closed. */
export function LateWays({ services, tools: { panes, request }, draft, connection }: LateWaysProps) {
  const [ways] = useState(() => composeWays(services));
  const open = useStore(services.ways, (state) => state.open);
  const theme = useTheme(useStore(services.settings, (state) => state.theme));
  const onClose = (): void => services.ways.setState({ open: null });
  const onFailed = closeNotLoaded(onClose);
  const heldBack = useStore(ways.heldBack, (state) => state);
  const variablesWindow = (
    <Late
      key={draft.id}
      part={variables}
      props={{
        port: ways.variables,
        draft,
        values: heldBack.values,
        onClose: () => (heldBack.isHeld ? ways.heldBack.setState(nothingHeld) : onClose()),
        onPlace: (place) => {
          ways.heldBack.setState(nothingHeld);
          onClose();
          // After the windows have given the focus back.
          setTimeout(() => {
            panes.current?.focusPane('middle');
            request.current?.focus('payload', place);
          }, 0);
        },
      }}
      onFailed={onFailed}
    />
  );
  const shared = {
    draft,
    connection,
    onClose,
    question: (
      <>
        <Suspense fallback={null}>
          <Production safety={services.safety} />
        </Suspense>
        {heldBack.isHeld && variablesWindow}
      </>
    ),
  };
  return (
    <>
      <SeriesStatus services={services} board={ways.board} comparisons={ways.compare.store} />
      {open === 'variants' && (
        <Late key={draft.id} part={variants} props={{ port: ways.variants, ...shared }} onFailed={onFailed} />
      )}
      {open === 'compare' && (
        <Late
          key={draft.id}
          part={compare}
          props={{ port: ways.compare, theme, ...shared }}
          onFailed={onFailed}
        />
      )}
      {open === 'measure' && (
        <Late
          key={draft.id}
          part={measure}
          props={{ port: ways.measure, theme, ...shared }}
          onFailed={onFailed}
        />
      )}
      {(open === 'variables' || (open === null && heldBack.isHeld)) && variablesWindow}
    </>
  );
}

const variables = latePart(
  async () => (await import('../features/variables/variables-dialog.tsx')).VariablesDialog,
);
const variants = latePart(
  async () => (await import('../features/variants/variants-window.tsx')).VariantsWindow,
);
const compare = latePart(
  async () => (await import('../features/compare/compare-targets-dialog.tsx')).CompareTargetsDialog,
);
const measure = latePart(async () => (await import('../features/measure/measure-dialog.tsx')).MeasureDialog);
