import { useState, type ReactNode } from 'react';
import type { VariantResult } from '../../documents/variants/variant-result.ts';
import type { Connection, Draft } from '../../state/types.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { showToast } from '../../ui/toast.ts';
import { useStore } from '../../ui/use-store.ts';
import { ResultsView } from './results-view.tsx';
import { RunBar } from './run-bar.tsx';
import { RunOptions } from './run-options.tsx';
import { usePlan } from './use-plan.ts';
import { useTabsFocus } from './use-tabs-focus.ts';
import { useVariants } from './use-variants.ts';
import { ValuesView } from './values-view.tsx';
import type { VariantsPort } from './variants-port.ts';
import './variants-window.css';

export interface VariantsWindowProps {
  port: VariantsPort;
  draft: Draft;
  connection: Connection | undefined;
  onClose: () => void;
  /** The question before runs on production, which stands over this window. */
  question: ReactNode;
}

/** One payload with a table of values: a run for each row, and what came of them. */
export function VariantsWindow({ port, draft, connection, onClose, question }: VariantsWindowProps) {
  const editing = useVariants(port, draft);
  const { table, change } = editing;
  const results = useStore(port.runs.store, ({ byDraft }) => byDraft[draft.id]);
  const [tab, setTab] = useState<'values' | 'results'>(results ? 'results' : 'values');
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const chosen = selected.size === 0 ? null : selected;
  const { plan, planNow } = usePlan(port, draft, { table, chosen });

  const run = async (): Promise<void> => {
    const now = planNow();
    if (now.problems.length > 0) setTab('values');
    if (now.problems.length > 0 || now.rows.length === 0 || !connection) return;
    const started = await port.runs.start({
      draft,
      connection,
      table,
      plan: now,
      onBegin: () => setTab('results'),
    });
    if (started === 'busy') showToast({ title: 'Another series is under way: stop it first', tone: 'warn' });
  };
  const tabs = useTabsFocus(port.board, draft);
  const open = async ({ runId, outcome, row, error }: VariantResult): Promise<void> => {
    // What was not sent is in no history: its reason is all there is.
    if (outcome === 'not-sent')
      showToast({ title: `Row ${row} was not sent`, description: error ?? undefined, tone: 'warn' });
    else if (await port.openRun(runId)) onClose();
  };
  const setFields = (fields: readonly string[]): void => {
    change((now) => ({ ...now, fields }));
    for (const path of fields.filter((one) => !table.fields.includes(one)))
      void port.runs.lookUp(draft.id, path);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Variants"
      description={`${draft.functionName || 'No function'}${draft.qualifier && `:${draft.qualifier}`} on ${connection?.name ?? 'no connection'}: one payload, a run for each row of values.`}
      size="window"
      footer={
        <div className="variants-footer">
          <RunOptions {...{ table, change }} />
          <RunBar
            {...{ port, draft, connection, plan }}
            isChosen={chosen !== null}
            onRun={() => void run()}
          />
        </div>
      }
    >
      <div ref={tabs} className="variants-tabs">
        <Tabs
          label="Variants"
          className="variants-tabs"
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'values', label: 'Values', badge: String(table.rows.length) },
            { id: 'results', label: 'Results', badge: String(results?.results.length ?? 0) },
          ]}
        >
          <TabPanel id="values" className="variants-panel-tab">
            <ValuesView
              {...{ draft, editing, plan, selected }}
              onSelect={setSelected}
              onVariables={port.openVariables}
            />
          </TabPanel>
          <TabPanel id="results" className="variants-panel-tab">
            {results ? (
              <ResultsView
                {...{ results }}
                fields={table.fields}
                onFields={setFields}
                onOpen={(result) => void open(result)}
                onExpect={(at) => {
                  onClose();
                  port.expectValue(draft.id, at);
                }}
                save={port.save}
              />
            ) : (
              <EmptyState title="No results yet">
                Each row that is run has a line here, and is a run in the history.
              </EmptyState>
            )}
          </TabPanel>
        </Tabs>
      </div>
      {question}
    </Dialog>
  );
}
