import { useEffect, useRef, useState } from 'react';
import type { DraftTabsHandle } from '../features/drafts/draft-tabs.tsx';
import { TopBar } from '../features/frame/top-bar.tsx';
import type { RequestHandle } from '../features/request/request-handle.ts';
import { PresetButtons } from '../features/presets/preset-buttons.tsx';
import type { ResultHandle } from '../features/result/result-handle.ts';
import { ResultPanel } from '../features/result/result-panel.tsx';
import { activeConnection } from '../state/connection-types.ts';
import type { Run } from '../state/types.ts';
import type { PaneName } from '../ui/pane-layout.ts';
import { Panes, type PanesHandle } from '../ui/panes.tsx';
import { holdKeys } from '../ui/hold-keys.ts';
import { useStore } from '../ui/use-store.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { ActionTools } from './actions.ts';
import type { Services } from './compose.ts';
import { credentialsOpener } from './credentials-opener.ts';
import { closeDraft } from './draft-actions.ts';
import { DraftPane } from './draft-pane.tsx';
import { preloadPalette } from './late-dialogs.ts';
import { SwitcherHost } from './switcher-host.tsx';
import { LeftPane, type LibraryTab } from './left-pane.tsx';
import { NoticeList } from './notice-list.tsx';
import { fromPanesLayout, toPanesLayout } from './panes-layout.ts';
import { importFiles } from './preset-actions.ts';
import { focusRefused } from './refused-place.ts';
import { remedyHandler } from './remedy-handler.ts';
import { resultExtras } from './result-extras.tsx';
import { RunStatusBar } from './run-status-bar.tsx';
import { useActions } from './use-actions.ts';
import { useActiveDraft } from './use-active-draft.ts';
import { useDropGuard } from './use-drop-guard.ts';
import { useInvoke, type Press } from './use-invoke.ts';
import { useJsonProblems } from './use-json-problems.ts';
import { useKeys } from './use-keys.ts';
import { RunTitle } from './run-title.ts';
import { useTheme } from './use-theme.ts';
import { WorkbenchDialogs, type DialogName } from './workbench-dialogs.tsx';
import './workbench.css';

/** Three panes around one draft: what there is, what is asked, what came back. */
export function Workbench({ services }: { services: Services }) {
  const draft = useActiveDraft(services.drafts);
  const connection = useStore(services.connections, activeConnection);
  const run = useStore(services.runs.store, (state) => state.byDraft[draft.id] ?? null);
  const count = useStore(services.runs.store, (state) => state.count);
  const settings = useStore(services.settings, (state) => state);
  const theme = useTheme(settings.theme);
  const jsonProblems = useJsonProblems(draft.payload, services.jsonWork);
  const onEnd = (ended: Run): void => focusRefused(tools, ended, draft);
  const control = useInvoke({ services, draft, connection, run, onEnd });
  const [shown, setShown] = useState<PaneName>('middle');
  const [library, setLibrary] = useState<LibraryTab>('presets');
  const [open, setOpen] = useState<DialogName | null>(null);
  const panes = useRef<PanesHandle>(null);
  const request = useRef<RequestHandle>(null);
  const result = useRef<ResultHandle>(null);
  const draftTabs = useRef<DraftTabsHandle>(null);
  const earlyKeys = useRef<() => string>(() => '');
  const press = (one: Press): void => {
    control.press(one);
    setShown('right');
  };
  const tools: ActionTools = {
    services,
    invoke: () => press({ by: 'key' }),
    panes,
    request,
    result,
    draftTabs,
    showPane: setShown,
    showLibrary: setLibrary,
    openDialog: setOpen,
    holdKeys: () => void (earlyKeys.current = holdKeys()),
  };
  const actions = useActions(tools);
  const onRemedy = remedyHandler({ services, openDialog: setOpen, showPane: setShown, draft, connection });
  useKeys(actions);
  useDropGuard((files) => importFiles(services, files));
  useEffect(() => whenIdle(preloadPalette), []);
  return (
    <div className="workbench" data-hue={connection?.color}>
      <TopBar
        theme={settings.theme}
        onTheme={(next) => settings.actions.set({ theme: next })}
        onPalette={actions.palette.run}
        onShortcuts={actions.shortcuts.run}
        onSettings={actions.settings.run}
      >
        <SwitcherHost {...{ services, connection }} onOpen={actions.connections.run} />
        <PresetButtons dialogs={services.presets.dialogs} />
      </TopBar>
      <RunTitle {...{ run, draft, connection }} runs={services.runs.store} ways={services.ways} />
      <NoticeList services={services} />
      <main className="workbench-main" aria-label="Invoke Console">
        <Panes
          handleRef={panes}
          labels={{ left: 'Library', middle: 'Request', right: 'Result' }}
          layout={toPanesLayout(settings.layouts['workbench'])}
          onLayout={(layout) => settings.actions.setLayout('workbench', fromPanesLayout(layout))}
          shown={shown}
          onShow={setShown}
          left={
            <LeftPane
              {...{ services, draft, connection }}
              tab={library}
              onTab={setLibrary}
              onShow={setShown}
            />
          }
          middle={
            <DraftPane
              {...{ services, draft, connection, run, jsonProblems, actions, draftTabs }}
              look={{ theme, fontSize: settings.editorFontSize, wrap: settings.wrapLines }}
              onPress={press}
              onClose={(id) => closeDraft(tools, id)}
              handleRef={request}
            />
          }
          right={
            <ResultPanel
              {...{ run, count }}
              wrap={settings.wrapLines}
              logTimes={settings.logTimes}
              handleRef={result}
              help={{ diagnose: (one) => services.doctor.examine(one, connection), act: onRemedy }}
              onCredentials={credentialsOpener(actions.connections.run, connection, run)}
              {...resultExtras(services, run, press)}
            />
          }
        />
      </main>
      <RunStatusBar {...{ services, tools, draft, connection, run, jsonProblems }} />
      <WorkbenchDialogs
        {...{ services, actions, draft, connection, open, control, request, result, onRemedy }}
        onClose={() => setOpen(null)}
        takeEarlyKeys={() => earlyKeys.current()}
      />
    </div>
  );
}
