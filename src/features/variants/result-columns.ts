import type { VariantResult } from '../../documents/variants/variant-result.ts';
import type { VariantColumn } from '../../documents/variants/variants-table.ts';

export interface ResultColumn {
  id: string;
  label: string;
  isNumber: boolean;
  text: (result: VariantResult) => string;
  /** What it is sorted by; null goes last either way. */
  key: (result: VariantResult) => number | string | null;
  /** Why the cell is empty. */
  why?: (result: VariantResult) => string | null;
  /** The path into the response that it shows. */
  field?: string;
}

/** The columns of the results: what came of the row, its values, numbers, and what was chosen of the response. */
export function resultColumns(columns: readonly VariantColumn[], fields: readonly string[]): ResultColumn[] {
  return [
    number(['row', 'Row'], ({ row }) => row, String),
    text('outcome', 'Outcome', ({ outcome }) => outcomeName(outcome)),
    ...columns.map(({ path }, index) => text(`value ${index}`, path, ({ cells }) => cells[index] ?? '')),
    text('error', 'Error', ({ error }) => error ?? ''),
    number(['statusCode', 'Status'], ({ statusCode }) => statusCode, String),
    {
      ...text('version', 'Version', ({ executedVersion }) => executedVersion ?? ''),
      why: ({ missing }) => missing.version,
    },
    fromLog('durationMs', 'Duration'),
    fromLog('billedMs', 'Billed'),
    fromLog('maxMemoryMB', 'Memory', (value) => `${value} MB`),
    number(['initMs', 'Cold start'], ({ initMs }) => initMs, milliseconds),
    number(['roundTripMs', 'Round trip'], ({ roundTripMs }) => roundTripMs, milliseconds),
    ...fields.map(fieldColumn),
  ];
}

export function outcomeName(outcome: string): string {
  return outcomeNames[outcome] ?? outcome;
}

const outcomeNames: Readonly<Record<string, string>> = {
  success: 'Succeeded',
  'function-error': 'Function error',
  accepted: 'Accepted',
  'dry-run': 'Allowed',
  rejected: 'Rejected',
  unknown: 'Outcome unknown',
  cancelled: 'Cancelled',
  'not-sent': 'Not sent',
};

function text(id: string, label: string, of: (result: VariantResult) => string): ResultColumn {
  return { id, label, isNumber: false, text: of, key: (result) => of(result) || null };
}

function number(
  [id, label]: readonly [id: string, label: string],
  of: (result: VariantResult) => number | null,
  words: (value: number) => string,
): ResultColumn {
  const wordsOf = (value: number | null): string => (value === null ? '' : words(value));
  return { id, label, isNumber: true, text: (result) => wordsOf(of(result)), key: of };
}

function fromLog(
  id: 'durationMs' | 'billedMs' | 'maxMemoryMB',
  label: string,
  words: (value: number) => string = milliseconds,
): ResultColumn {
  const column = number([id, label], (result) => result[id], words);
  return { ...column, why: (result) => (result[id] === null ? result.missing.log : null) };
}

function milliseconds(value: number): string {
  return `${value < 100 ? Number(value.toFixed(2)) : Math.round(value).toLocaleString('en')} ms`;
}

function fieldColumn(path: string): ResultColumn {
  const source = ({ fields }: VariantResult): string | null => fields[path] ?? null;
  return {
    id: `field ${path}`,
    label: path,
    isNumber: false,
    field: path,
    text: (result) => shown(source(result)),
    key: (result) => sortKey(source(result)),
    why: ({ fields }) => (fields[path] === null ? 'nothing there' : null),
  };
}

/** A string without its quotes; everything else as it is spelled. */
function shown(source: string | null): string {
  return source?.startsWith('"') ? String(JSON.parse(source)) : (source ?? '');
}

function sortKey(source: string | null): number | string | null {
  if (source === null) return null;
  return /^[-\d]/.test(source) ? Number(source) : shown(source);
}
