import { Suspense, type RefObject } from 'react';
import type { RemedyAct } from '../documents/doctor/remedy.ts';
import type { RequestHandle } from '../features/request/request-handle.ts';
import type { ResultHandle } from '../features/result/result-handle.ts';
import type { Connection, Draft } from '../state/types.ts';
import { Late } from '../ui/late.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Actions } from './actions.ts';
import type { Services } from './compose.ts';
import { closeNotLoaded } from './not-loaded.ts';
import type { InvokeControl } from './use-invoke.ts';
import { lateDialogs } from './late-dialogs.ts';
import { version } from './version.ts';

export type DialogName =
  | 'palette'
  | 'shortcuts'
  | 'settings'
  | 'about'
  | 'connections'
  | 'event-types'
  | 'samples'
  | 'check';

/** Dialogs where typing begins at once. */
export type SearchDialogName = (typeof searchDialogs)[number];

export interface SearchDialogProps extends Pick<
  WorkbenchDialogsProps,
  'services' | 'actions' | 'draft' | 'connection' | 'request' | 'result' | 'takeEarlyKeys'
> {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export interface WorkbenchDialogsProps {
  services: Services;
  actions: Actions;
  draft: Draft;
  connection: Connection | undefined;
  control: InvokeControl;
  request: RefObject<RequestHandle | null>;
  result: RefObject<ResultHandle | null>;
  /** The one that is open. */
  open: DialogName | null;
  onClose: () => void;
  onRemedy: (act: RemedyAct) => void;
  /** What was typed while a dialog for typing was on its way. */
  takeEarlyKeys: () => string;
}

/** The dialogs over the workbench. Each comes with its code when it is asked for the first time. */
export function WorkbenchDialogs({
  open,
  onClose,
  onRemedy,
  takeEarlyKeys,
  control,
  ...rest
}: WorkbenchDialogsProps) {
  const state = (name: DialogName) => ({
    open: open === name,
    onOpenChange: (next: boolean) => {
      if (!next) onClose();
    },
  });
  const late = (name: DialogName) => ({
    asked: open === name,
    onFailed: closeNotLoaded(() => {
      takeEarlyKeys();
      onClose();
    }),
  });
  const { services, connection } = rest;
  const { relay } = services;
  // A window that runs more than once asks by itself, above itself.
  const way = useStore(services.ways, (state) => state.open);
  return (
    <>
      <Late
        part={lateDialogs.questions}
        asked={control.question !== null || (connection !== undefined && connection.kind !== 'local')}
        props={{ control, safety: connection?.kind === 'local' || way !== null ? null : services.safety }}
        onFailed={closeNotLoaded(() => control.answer(false))}
      />
      <Suspense fallback={null}>
        <Late
          {...late('connections')}
          part={lateDialogs.connections}
          props={{ store: services.connections, relay, safety: services.safety, ...state('connections') }}
        />
      </Suspense>
      {searchDialogs.map((name) => (
        <Late
          key={name}
          {...late(name)}
          part={lateDialogs[name]}
          props={{ ...rest, ...state(name), takeEarlyKeys }}
        />
      ))}
      <Late {...late('shortcuts')} part={lateDialogs.shortcuts} props={state('shortcuts')} />
      <Late {...late('settings')} part={lateDialogs.settings} props={{ services, ...state('settings') }} />
      <Late
        {...late('check')}
        part={lateDialogs.check}
        props={{ ...checkProps(rest), onAct: onRemedy, ...state('check') }}
      />
      <Late {...late('about')} part={lateDialogs.about} props={{ version, ...state('about') }} />
    </>
  );
}

function checkProps({
  services,
  draft,
  connection,
}: Pick<WorkbenchDialogsProps, 'services' | 'draft' | 'connection'>) {
  const { functionName, qualifier } = draft;
  return {
    name: connection?.name ?? 'No connection',
    check: (signal: AbortSignal) => services.doctor.check({ connection, functionName, qualifier }, signal),
  };
}

const searchDialogs = ['palette', 'event-types', 'samples'] as const;
