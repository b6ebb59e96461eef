import { useRef, useState } from 'react';
import { ConnectionButton } from '../features/connections/connection-button.tsx';
import { ConnectionsDialog } from '../features/connections/connections-dialog.tsx';
import { ShortcutsDialog } from '../features/help/shortcuts-dialog.tsx';
import { ResultPanel } from '../features/result/result-panel.tsx';
import { activeConnection } from '../state/connection-types.ts';
import type { Draft } from '../state/types.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { PaneName, PanesLayout } from '../ui/pane-layout.ts';
import { defaultPanesLayout } from '../ui/pane-layout.ts';
import { Panes, type PanesHandle } from '../ui/panes.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { LeftPane } from './left-pane.tsx';
import { MiddlePane } from './middle-pane.tsx';
import { NoticeList } from './notice-list.tsx';
import { RunStatusBar } from './run-status-bar.tsx';
import { shortcuts } from './shortcuts.ts';
import { TopBar } from '../features/frame/top-bar.tsx';
import { useInvoke, type Press } from './use-invoke.ts';
import { useJsonProblems } from './use-json-problems.ts';
import { useKeys } from './use-keys.ts';
import { useRunTitle } from './use-run-title.ts';
import { useTheme } from './use-theme.ts';
import './workbench.css';

/** Three panes around one draft: what there is, what is asked, what came back. */
export function Workbench({ services }: { services: Services }) {
  const draft = useActiveDraft(services);
  const connection = useStore(services.connections, activeConnection);
  const run = useStore(services.runs.store, (state) => state.byDraft[draft.id] ?? null);
  const count = useStore(services.runs.store, (state) => state.count);
  const settings = useStore(services.settings, (state) => state);
  const theme = useTheme(settings.theme);
  const jsonProblems = useJsonProblems(draft.payload);
  const control = useInvoke({ services, draft, connection, run });
  const [shown, setShown] = useState<PaneName>('middle');
  const [open, setOpen] = useState<'connections' | 'shortcuts' | null>(null);
  const panes = useRef<PanesHandle>(null);
  const press = (one: Press): void => {
    control.press(one);
    setShown('right');
  };
  useRunTitle(run, draft);
  useKeys({
    'Mod+Enter': () => press({ by: 'key' }),
    'Mod+/': () => setOpen('shortcuts'),
    F6: () => panes.current?.focusNext(1),
    'Shift+F6': () => panes.current?.focusNext(-1),
  });
  return (
    <div className="workbench" data-hue={connection?.color}>
      <TopBar
        theme={settings.theme}
        onTheme={(next) => settings.actions.set({ theme: next })}
        onShortcuts={() => setOpen('shortcuts')}
      >
        <ConnectionButton connection={connection} onOpen={() => setOpen('connections')} />
      </TopBar>
      <NoticeList store={services.notices} />
      <main className="workbench-main" aria-label="Invoke Console">
        <Panes
          handleRef={panes}
          labels={{ left: 'Library', middle: 'Request', right: 'Result' }}
          layout={layoutOf(settings.layouts['workbench'])}
          onLayout={(layout) => settings.actions.setLayout('workbench', storedLayout(layout))}
          shown={shown}
          onShow={setShown}
          left={
            <LeftPane
              services={services}
              draft={draft}
              connection={connection}
              onPicked={() => setShown('middle')}
            />
          }
          middle={
            <MiddlePane
              services={services}
              draft={draft}
              connection={connection}
              run={run}
              look={{ theme, fontSize: settings.editorFontSize, wrap: settings.wrapLines }}
              jsonProblems={jsonProblems}
              onPress={press}
            />
          }
          right={<ResultPanel run={run} count={count} wrap={settings.wrapLines} />}
        />
      </main>
      <RunStatusBar draft={draft} connection={connection} run={run} jsonProblems={jsonProblems} />
      <ConnectionsDialog
        store={services.connections}
        open={open === 'connections'}
        onOpenChange={(next) => setOpen(next ? 'connections' : null)}
      />
      <ShortcutsDialog
        open={open === 'shortcuts'}
        onOpenChange={(next) => setOpen(next ? 'shortcuts' : null)}
        shortcuts={shortcuts}
      />
      <ConfirmDialog
        open={control.question !== null}
        title="Send a payload that is not JSON?"
        confirmLabel="Send anyway"
        cancelLabel="Keep editing"
        onConfirm={() => control.answer(true)}
        onCancel={() => control.answer(false)}
      >
        <p>{control.question?.message}</p>
        <p>Lambda accepts only JSON: it will refuse this request, and the function will not run.</p>
      </ConfirmDialog>
    </div>
  );
}

function useActiveDraft(services: Services): Draft {
  return useStore(services.drafts, (state) => {
    const draft = state.drafts.find((one) => one.id === state.activeId) ?? state.drafts[0];
    if (draft === undefined) throw new Error('The draft store is empty');
    return draft;
  });
}

function layoutOf(stored: Readonly<Record<string, number>> | undefined): PanesLayout {
  if (stored === undefined) return defaultPanesLayout;
  return {
    left: stored['left'] ?? defaultPanesLayout.left,
    leftCollapsed: stored['leftCollapsed'] === 1,
    right: stored['right'] ?? defaultPanesLayout.right,
  };
}

function storedLayout(layout: PanesLayout): Record<string, number> {
  return { left: layout.left, leftCollapsed: layout.leftCollapsed ? 1 : 0, right: layout.right };
}
