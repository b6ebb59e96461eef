import {
  expectedOutcomes,
  type Expectation,
  type ExpectationKind,
} from '../../documents/expectations/expectation-types.ts';
import { readExpectation } from '../../documents/expectations/read-expectations.ts';

/** An expectation while it is typed: its members as text. */
export interface ExpectationRow {
  key: number;
  kind: Expectation['kind'];
  path: string;
  value: string;
  /** Of one that was not understood. */
  source?: unknown;
}

export function toRow(one: Expectation, key: number): ExpectationRow {
  const row = { key, kind: one.kind, path: 'path' in one ? one.path : '', value: '' };
  switch (one.kind) {
    case 'outcome':
    case 'status':
      return { ...row, value: Number.isNaN(one.is) ? '' : String(one.is) };
    case 'json-equals':
      return { ...row, value: one.value };
    case 'json-matches':
      return { ...row, value: one.pattern };
    case 'duration':
      return { ...row, value: String(one.atMostMs) };
    case 'log-contains':
    case 'log-lacks':
      return { ...row, value: one.text };
    case 'not-understood':
      return { ...row, source: one.source };
    default:
      return row;
  }
}

/** Members that make no sense are kept as they make least: expectationProblem tells of them. */
export function fromRow({ kind, path, value, source }: ExpectationRow): Expectation {
  switch (kind) {
    case 'outcome':
      return { kind, is: expectedOutcomes.find((one) => one === value) ?? 'success' };
    case 'status':
      return { kind, is: numberOf(value) };
    case 'duration':
      return { kind, atMostMs: numberOf(value) };
    case 'json-equals':
      return { kind, path, value };
    case 'json-matches':
      return { kind, path, pattern: value };
    case 'json-exists':
    case 'json-absent':
      return { kind, path };
    case 'log-contains':
    case 'log-lacks':
      return { kind, text: value };
    case 'not-understood':
      return readExpectation(source);
  }
}

/** A row of another kind: a path stays, and a value that the new kind can take too. */
export function ofKind(row: ExpectationRow, kind: ExpectationKind): ExpectationRow {
  const path = row.path === '' && kind.startsWith('json') ? '$' : row.path;
  return {
    ...row,
    kind,
    path,
    value: sortOf(row.kind) === sortOf(kind) ? row.value : (firstValues[kind] ?? ''),
  };
}

const firstValues: Partial<Record<ExpectationKind, string>> = {
  outcome: 'success',
  status: '200',
  duration: '1000',
};

function sortOf(kind: Expectation['kind']): string {
  return kind.startsWith('log') ? 'log' : kind;
}

function numberOf(text: string): number {
  return /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}
