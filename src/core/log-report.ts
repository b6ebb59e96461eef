import { parseJsonObject, textAt, toRecord } from './json-object.ts';
import type { LogReport } from './types.ts';

/**
 * The numbers of a log's REPORT line (text format) or platform.report event (JSON format).
 *
 * A function can print such a line itself. With `requestId`, only a report of that id counts; the platform
 * writes its own after the function has ended, so the last one wins. Undefined when there is none.
 */
export function parseLogReport(text: string, requestId?: string): LogReport | undefined {
  const lines = text.split('\n');
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const report = parseReportLine(lines[index] ?? '', lines[index + 1] ?? '');
    if (report && (requestId === undefined || report.requestId === requestId)) return report;
  }
  return undefined;
}

function parseReportLine(line: string, nextLine: string): LogReport | undefined {
  if (line.startsWith('REPORT RequestId:')) return parseTextReport(line, nextLine);
  if (line.startsWith('{') && line.includes('"platform.report"')) return parseJsonReport(line);
  return undefined;
}

function parseTextReport(line: string, nextLine: string): LogReport | undefined {
  const pairs = readPairs(line.slice('REPORT '.length));
  // X-Ray's ids are appended to the REPORT line or follow it on a line of their own.
  if (nextLine.startsWith('XRAY TraceId:')) {
    for (const [key, value] of readPairs(nextLine)) if (!pairs.has(key)) pairs.set(key, value);
  }
  const requestId = pairs.get('RequestId');
  return requestId === undefined ? undefined : { requestId, ...numbersOf(pairs), ...wordsOf(pairs) };
}

/** Key of the REPORT line, member of the report, unit. */
const measured = [
  ['Duration', 'durationMs', 'ms'],
  ['Billed Duration', 'billedDurationMs', 'ms'],
  ['Memory Size', 'memorySizeMB', 'MB'],
  ['Max Memory Used', 'maxMemoryUsedMB', 'MB'],
  ['Init Duration', 'initDurationMs', 'ms'],
  ['Restore Duration', 'restoreDurationMs', 'ms'],
] as const;

const worded = [
  ['Status', 'status'],
  ['Error Type', 'errorType'],
  ['XRAY TraceId', 'xrayTraceId'],
] as const;

function numbersOf(pairs: Map<string, string>): LogReport {
  const report: LogReport = {};
  for (const [key, member, unit] of measured) {
    const value = parseAmount(pairs.get(key), unit);
    if (value !== undefined) report[member] = value;
  }
  return report;
}

function wordsOf(pairs: Map<string, string>): LogReport {
  const report: LogReport = {};
  for (const [key, member] of worded) {
    const value = pairs.get(key);
    if (value !== undefined) report[member] = value;
  }
  return report;
}

/** `3.01 ms` -> 3.01; undefined for another unit and for anything that is no plain finite number. */
function parseAmount(value: string | undefined, unit: string): number | undefined {
  const [digits = '', actualUnit] = (value ?? '').split(' ');
  if (actualUnit !== unit || !/^\d+(?:\.\d+)?$/.test(digits)) return undefined;
  const amount = Number(digits);
  return Number.isFinite(amount) ? amount : undefined;
}

/** `key: value` pairs by key, whatever their order. Fields end at a tab or at two spaces. */
function readPairs(line: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const field of line.split(/\t| {2}/)) readField(field, pairs);
  return pairs;
}

/**
 * One field, or several of them where a copy turned the tabs into single spaces: a value is one word,
 * with its unit when one follows, and what comes after it is the next key.
 */
function readField(field: string, pairs: Map<string, string>): void {
  let start = 0;
  for (;;) {
    const colon = field.indexOf(': ', start);
    if (colon < 0) return;
    const value = /\S+(?: (?:ms|MB)(?!\S))?/y;
    value.lastIndex = colon + 2;
    const word = value.exec(field)?.[0];
    if (word === undefined) return;
    const key = field.slice(start, colon).trim();
    if (!pairs.has(key)) pairs.set(key, word);
    start = colon + 2 + word.length;
  }
}

const metricNames = [
  'durationMs',
  'billedDurationMs',
  'memorySizeMB',
  'maxMemoryUsedMB',
  'initDurationMs',
  'restoreDurationMs',
] as const;

function parseJsonReport(line: string): LogReport | undefined {
  const event = parseJsonObject(line);
  const record = toRecord(event?.['record']);
  if (event?.['type'] !== 'platform.report' || !record) return undefined;
  const report: LogReport = {};
  for (const name of ['requestId', 'status', 'errorType'] as const) {
    const value = textAt(record, name);
    if (value !== undefined) report[name] = value;
  }
  const metrics = toRecord(record['metrics']);
  for (const name of metricNames) {
    const value = metrics?.[name];
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) report[name] = value;
  }
  const trace = /Root=([^;]+)/.exec(textAt(toRecord(record['tracing']), 'value') ?? '')?.[1];
  return trace === undefined ? report : { ...report, xrayTraceId: trace };
}
