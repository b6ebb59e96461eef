import { useQuery } from '@tanstack/react-query';
import { retryModes } from '../documents/request-options.ts';
import { PaletteDialog } from '../features/palette/palette-dialog.tsx';
import type { PaletteEntry } from '../features/palette/filter-entries.ts';
import { outcomeWords } from '../features/result/outcome-words.ts';
import { draftTitle } from '../state/draft-title.ts';
import type { RunSummary } from '../state/history-types.ts';
import { useStore } from '../ui/use-store.ts';
import { actionEntries } from './action-entries.ts';
import type { Services } from './compose.ts';
import { resultEntries } from './result-entries.ts';
import { reopenRunAloud } from './reopen-run.ts';
import type { SearchDialogProps } from './workbench-dialogs.tsx';

/** Everything the console can do and show, by name: actions, open drafts, functions, connections, earlier runs. */
export function ConsolePalette(props: SearchDialogProps) {
  const { services, actions, draft, connection, request, result, ...dialog } = props;
  const { drafts, actions: tabs } = useStore(services.drafts, (state) => state);
  const connections = useStore(services.connections, (state) => state);
  const summaries = useStore(services.history, (state) => state.summaries);
  const run = useStore(services.runs.store, (state) => state.byDraft[draft.id] ?? null);
  const functions = useQuery(services.reads.functions(connection));
  const entries: PaletteEntry[] = [
    ...actionEntries(actions),
    ...resultEntries(run, result),
    ...optionFields.map(({ place, label }) => ({
      id: `option ${place}`,
      group: 'Go to',
      label,
      also: 'more options field',
      run: () => {
        actions['go-function'].run();
        request.current?.focus(place);
      },
    })),
    ...retryModes.map((retryMode) => ({
      id: `retry ${retryMode}`,
      group: 'Request',
      label: `Retry mode: ${retryMode}`,
      also: 'attempts send again',
      run: () => tabs.update(draft.id, { retryMode }),
    })),
    ...drafts
      .filter(({ id }) => id !== draft.id)
      .map((one) => ({
        id: `draft ${one.id}`,
        group: 'Open drafts',
        label: draftTitle(one),
        detail: one.title === null ? one.qualifier : one.functionName,
        run: () => tabs.activate(one.id),
      })),
    ...(functions.data ?? []).map(({ name, description }) => ({
      id: `function ${name}`,
      group: 'Functions',
      label: name,
      detail: description,
      run: () => {
        tabs.update(draft.id, { functionName: name, qualifier: '' });
        actions['go-function'].run();
      },
    })),
    ...connections.connections
      .filter(({ id }) => id !== connections.activeId)
      .map(({ id, name, region }) => ({
        id: `connection ${id}`,
        group: 'Connections',
        label: name,
        detail: region,
        also: 'switch use',
        run: () => connections.actions.activate(id),
      })),
    ...summaries.slice(0, recentRuns).map((summary) => runEntry(summary, services)),
  ];
  return (
    <PaletteDialog
      {...dialog}
      title="Command palette"
      placeholder="Search functions, drafts, runs and actions"
      entries={entries}
    />
  );
}

/** The text boxes of More options. */
const optionFields = [
  { place: 'tenantId', label: 'Tenant ID box' },
  { place: 'durableExecutionName', label: 'Durable execution name box' },
  { place: 'traceId', label: 'Trace ID box' },
] as const;

/** As many as anyone remembers; the history has a search of its own. */
const recentRuns = 30;

function runEntry(summary: RunSummary, services: Services): PaletteEntry {
  const { id, functionName, qualifier, outcome, startedAt } = summary;
  const ended = outcome === null ? 'running' : outcomeWords[outcome].title;
  return {
    id: `run ${id}`,
    group: 'Recent runs',
    label: qualifier === '' ? functionName : `${functionName}:${qualifier}`,
    detail: `${ended} · ${new Date(startedAt).toLocaleString()} · opens as a draft`,
    also: 'history reopen',
    run: () => void reopenRunAloud(services, id),
  };
}
