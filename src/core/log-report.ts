import { defined } from './defined.ts';
import { platformRecord, textAt, toRecord } from './json-object.ts';
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
  return line.startsWith('REPORT RequestId:') ? parseTextReport(line, nextLine) : parseJsonReport(line);
}

function parseTextReport(line: string, nextLine: string): LogReport | undefined {
  const pairs = readPairs(line.slice('REPORT '.length));
  // X-Ray's ids are appended to the REPORT line or follow it on a line of their own.
  if (nextLine.startsWith('XRAY TraceId:'))
    for (const [key, value] of readPairs(nextLine)) pairs.set(key, value);
  const report: LogReport = {};
  for (const [key, member] of Object.entries(wordKeys)) {
    const value = pairs.get(key);
    if (value !== undefined) report[member] = value;
  }
  for (const [key, member] of Object.entries(numberKeys))
    setNumber(report, member, parseAmount(pairs.get(key), member));
  return report.requestId === undefined ? undefined : report;
}

const wordKeys = {
  RequestId: 'requestId',
  Status: 'status',
  'Error Type': 'errorType',
  'XRAY TraceId': 'xrayTraceId',
} as const;

const numberKeys = {
  Duration: 'durationMs',
  'Billed Duration': 'billedDurationMs',
  'Memory Size': 'memorySizeMB',
  'Max Memory Used': 'maxMemoryUsedMB',
  'Init Duration': 'initDurationMs',
  'Restore Duration': 'restoreDurationMs',
} as const;

type NumberMember = (typeof numberKeys)[keyof typeof numberKeys];

function setNumber(report: LogReport, member: NumberMember, value: unknown): void {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) report[member] = value;
}

/** `3.01 ms` -> 3.01; undefined for another unit than the member's and for anything that is no plain number. */
function parseAmount(value: string | undefined, member: NumberMember): number | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?) (..)$/.exec(value ?? '') ?? [];
  return unit?.toLowerCase() === member.slice(-2).toLowerCase() ? Number(digits) : undefined;
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
  const pair = /([^:]+): (\S+(?: (?:ms|MB)(?!\S))?)/y;
  for (let found = pair.exec(field); found; found = pair.exec(field)) {
    const [, key = '', value = ''] = found;
    if (!pairs.has(key.trim())) pairs.set(key.trim(), value);
  }
}

function parseJsonReport(line: string): LogReport | undefined {
  const record = platformRecord(line, 'platform.report');
  if (!record) return undefined;
  const report: LogReport = defined({
    requestId: textAt(record, 'requestId'),
    status: textAt(record, 'status'),
    errorType: textAt(record, 'errorType'),
    xrayTraceId: /Root=([^;]+)/.exec(textAt(toRecord(record['tracing']), 'value') ?? '')?.[1],
  });
  const metrics = toRecord(record['metrics']);
  for (const member of Object.values(numberKeys)) setNumber(report, member, metrics?.[member]);
  return report;
}
