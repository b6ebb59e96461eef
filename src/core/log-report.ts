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
  const report = toReport((member, key) => {
    const value = pairs.get(key);
    return isAmount(member) ? parseAmount(value, member) : value;
  });
  return report.requestId === undefined ? undefined : report;
}

/** The keys of a REPORT line and what they are called here; in JSON, they are called the same. */
const members: Record<string, keyof LogReport> = {
  RequestId: 'requestId',
  Status: 'status',
  'Error Type': 'errorType',
  'XRAY TraceId': 'xrayTraceId',
  Duration: 'durationMs',
  'Billed Duration': 'billedDurationMs',
  'Memory Size': 'memorySizeMB',
  'Max Memory Used': 'maxMemoryUsedMB',
  'Init Duration': 'initDurationMs',
  'Restore Duration': 'restoreDurationMs',
};

/** Its name ends with its unit. */
function isAmount(member: string): boolean {
  return /M[sB]$/.test(member);
}

function toReport(valueOf: (member: keyof LogReport, key: string) => unknown): LogReport {
  const report: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(members)) {
    const value = valueOf(member, key);
    const isSound = isAmount(member)
      ? typeof value === 'number' && Number.isFinite(value) && value >= 0
      : typeof value === 'string' && value !== '';
    if (isSound) report[member] = value;
  }
  return report;
}

/** `3.01 ms` -> 3.01; undefined for another unit than the member's and for anything that is no plain number. */
function parseAmount(value: string | undefined, member: string): number | undefined {
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
  const xrayTraceId = /Root=([^;]+)/.exec(textAt(toRecord(record['tracing']), 'value') ?? '')?.[1];
  const metrics = toRecord(record['metrics']);
  const words: Record<string, unknown> = { ...record, xrayTraceId };
  return toReport((member) => (isAmount(member) ? metrics?.[member] : words[member]));
}
