import { createStore, type StoreApi } from 'zustand/vanilla';
import { payloadFromText } from '../documents/payload.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import { rowValues } from '../documents/variants/fill-payload.ts';
import { shuffled, type PlannedRows } from '../documents/variants/plan-rows.ts';
import { responseFields } from '../documents/variants/response-fields.ts';
import type { VariantResult } from '../documents/variants/variant-result.ts';
import type { VariantColumn, VariantsTable } from '../documents/variants/variants-table.ts';
import { batches } from './batches.ts';
import { toRunRequest } from './draft.ts';
import type { SeriesEnd } from './series-types.ts';
import type { SeriesBoard, SeriesStart } from './series-board.ts';
import type { Connection, Draft, Run } from './types.ts';
import { responseBytes, toVariantResult } from './variant-result.ts';

/** The results of a draft's variants. They live as long as the page, whether their window is open or not. */
export interface VariantResults {
  seriesId: string;
  columns: readonly VariantColumn[];
  /** JSON paths into the responses that are looked up. */
  fields: readonly string[];
  /** Rows that were to be run. */
  total: number;
  /** In the order in which the runs ended. */
  results: readonly VariantResult[];
  /** null while they are under way. */
  end: SeriesEnd | null;
  isPrivate: boolean;
}

export interface VariantsOrder {
  draft: Draft;
  connection: Connection;
  table: VariantsTable;
  /** Without problems (plan-rows.ts). */
  plan: PlannedRows;
  /** What had to be confirmed was. */
  onBegin?: () => void;
}

export interface VariantRuns {
  store: StoreApi<{ byDraft: Readonly<Record<string, VariantResults>> }>;
  start: (order: VariantsOrder) => Promise<SeriesStart>;
  /** Looks a path up in the responses of the runs so far, in the history. */
  lookUp: (draftId: string, path: string) => Promise<void>;
  /** A private run, which no history has; null for any other. */
  privateRun: (runId: string) => Run | null;
  clear: (draftId: string) => void;
}

export interface CreateVariantRuns {
  board: SeriesBoard;
  /** A run of the history; null when it is gone. */
  readRun: (runId: string) => Promise<Run | null>;
  randomUUID: () => string;
  /** 0 up to 1. */
  random: () => number;
  /** Calls back a little later: results come to the store in batches. */
  soon: (callback: () => void) => void;
}

/** Runs a payload with a table of values through the series board, and keeps what the table of results shows. */
export function createVariantRuns(ports: CreateVariantRuns): VariantRuns {
  const store: VariantRuns['store'] = createStore(() => ({ byDraft: {} }));
  const privateRuns = new Map<string, Run>();
  const change = (draftId: string, patch: (results: VariantResults) => Partial<VariantResults>): void =>
    store.setState(({ byDraft }) => {
      const results = byDraft[draftId];
      return results ? { byDraft: { ...byDraft, [draftId]: { ...results, ...patch(results) } } } : {};
    });
  const clear = (draftId: string): void => {
    for (const { runId } of store.getState().byDraft[draftId]?.results ?? []) privateRuns.delete(runId);
    store.setState(({ byDraft: { [draftId]: _gone, ...byDraft } }) => ({ byDraft }));
  };

  return {
    store,
    clear,
    privateRun: (runId) => privateRuns.get(runId) ?? null,
    start: (order) => startRows(order, { ...ports, store, change, clear, privateRuns }),
    async lookUp(draftId, path) {
      change(draftId, ({ fields }) => ({ fields: fields.includes(path) ? fields : [...fields, path] }));
      const results = store.getState().byDraft[draftId]?.results ?? [];
      const found = new Map<string, string | null>();
      for (const { runId } of results.filter(({ fields }) => !(path in fields))) {
        const run = privateRuns.get(runId) ?? (await ports.readRun(runId));
        found.set(runId, responseFields(run && responseBytes(run), [path])[path] ?? null);
      }
      change(draftId, (now) => ({ results: now.results.map((one) => withField(one, path, found)) }));
    },
  };
}

function withField(
  result: VariantResult,
  path: string,
  found: ReadonlyMap<string, string | null>,
): VariantResult {
  const value = found.get(result.runId);
  return value === undefined ? result : { ...result, fields: { ...result.fields, [path]: value } };
}

interface RowTools extends CreateVariantRuns, Pick<VariantRuns, 'store' | 'clear'> {
  change: (draftId: string, patch: (results: VariantResults) => Partial<VariantResults>) => void;
  privateRuns: Map<string, Run>;
}

function startRows(order: VariantsOrder, tools: RowTools): Promise<SeriesStart> {
  const { draft, table, plan } = order;
  const { store, change } = tools;
  const id = tools.randomUUID();
  const rows = table.order === 'shuffled' ? shuffled(plan.rows, tools.random) : plan.rows;
  const fieldsNow = (): readonly string[] => store.getState().byDraft[draft.id]?.fields ?? table.fields;
  const batch = batches<VariantResult>(tools.soon, (ended) =>
    change(draft.id, ({ seriesId, results }) => (seriesId === id ? { results: [...results, ...ended] } : {})),
  );
  return tools.board.start({
    kind: 'variants',
    plan: {
      mark: { id, runs: rows.length, ofDraft: draft.id },
      concurrency: table.concurrency,
      stopOnError: table.stopOnError,
      item: (index) => rowItem(order, rows[index]),
      onEnd(index, run) {
        const row = rows[index] ?? 0;
        const cells = table.rows[row] ?? [];
        const result = toVariantResult(run, { row: row + 1, cells, fields: fieldsNow() });
        if (result.isPrivate) tools.privateRuns.set(run.id, run);
        batch.add(result);
      },
    },
    onBegin() {
      tools.clear(draft.id);
      const begun = emptyResults(order, { id, total: rows.length });
      store.setState(({ byDraft }) => ({ byDraft: { ...byDraft, [draft.id]: begun } }));
      order.onBegin?.();
    },
    onOver(end) {
      batch.flush();
      change(draft.id, () => ({ end }));
    },
  });
}

function emptyResults(
  { draft, table }: VariantsOrder,
  { id, total }: { id: string; total: number },
): VariantResults {
  const { columns, fields } = table;
  return { seriesId: id, columns, fields, total, results: [], end: null, isPrivate: draft.isPrivate };
}

function rowItem({ draft, connection, table, plan }: VariantsOrder, row: number | undefined) {
  if (row === undefined) return null;
  const cells = table.rows[row] ?? [];
  const payload = withText(draft.payload, plan.filler.fill(cells));
  const values = rowValues(table.columns, cells);
  return { request: { ...toRunRequest(draft, connection), payload }, connection, values };
}

/** A byte order mark stays; line ends are the payload's own, and a value's as they were typed. */
function withText({ bom }: PayloadDocument, text: string): PayloadDocument {
  const made = payloadFromText(bom ? `\uFEFF${text}` : text);
  if (!made.ok) throw new RangeError(made.problem.message);
  return made.document;
}
