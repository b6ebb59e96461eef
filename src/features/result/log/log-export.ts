import { saveBytes } from '../../../ui/save-bytes.ts';
import { toCsv } from '../../../documents/csv.ts';
import type { LogRow } from './log-line.ts';

/** The rows as a table that any spreadsheet opens: time in UTC, level, message. */
export function logCsv(rows: readonly LogRow[]): string {
  const head = ['time', 'level', 'message'];
  return toCsv([head, ...rows.map((row) => [timeOf(row), levelOf(row), messageOf(row)])]);
}

function timeOf({ timeMs }: LogRow): string {
  return timeMs === null ? '' : new Date(timeMs).toISOString();
}

function levelOf({ kind, level }: LogRow): string {
  return (kind === 'message' ? (level ?? '') : kind).toUpperCase();
}

function messageOf({ kind, message, stack, json }: LogRow): string {
  const text = kind !== 'message' && json !== null ? json : message;
  return [text, ...stack].join('\n');
}

export function saveLog(text: string): void {
  saveText(text, 'lambda.log');
}

export function saveText(text: string, name: string): void {
  saveBytes(new TextEncoder().encode(text), name);
}
