/**
 * Splits a decoded log tail into rows a person can scan. Formats: AWS Lambda text and JSON log formats of the
 * Node.js and Python runtimes, and the platform's own lines. What is not recognised stays as it is, as a row
 * without time and level: nothing of the tail is dropped.
 */
export function logRows(text: string): LogRow[] {
  const rows: LogRow[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    const last = rows.at(-1);
    if (last !== undefined && continues(line, last)) last.message += `\n${line}`;
    else rows.push(parseLine(line));
  }
  return rows;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export type PlatformKind =
  | 'start'
  | 'end'
  | 'report'
  | 'init'
  | 'restore'
  | 'xray'
  | 'extension'
  | 'platform';

export interface LogRow {
  /** A line of the platform, or one that the function wrote. */
  kind: PlatformKind | 'message';
  /** Milliseconds since the epoch; null when the line carries no time. */
  timeMs: number | null;
  level: LogLevel | null;
  message: string;
  /** The line was a JSON object: its text, for folding open. */
  json: string | null;
}

const platformPrefixes: readonly (readonly [RegExp, PlatformKind])[] = [
  [/^START RequestId: /, 'start'],
  [/^END RequestId: /, 'end'],
  [/^REPORT RequestId: /, 'report'],
  [/^INIT_(?:START|REPORT)[ \t]/, 'init'],
  [/^RESTORE_(?:START|REPORT)[ \t]/, 'restore'],
  [/^XRAY TraceId: /, 'xray'],
  [/^EXTENSION[ \t]/, 'extension'],
];

/** `time TAB request id TAB LEVEL TAB message` of the Node.js runtime. */
const nodeLine = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\t([^\t]*)\t([A-Z]+)\t([^]*)$/;
/** `[LEVEL] TAB time TAB request id TAB message` of the Python runtime. */
const pythonLine = /^\[([A-Z]+)\]\t(\d{4}-\d\d-\d\dT[\d:.]+Z)\t([^\t]*)\t([^]*)$/;
/** `[ERROR] Type: message`, an uncaught exception in Python. */
const pythonError = /^\[(ERROR|CRITICAL|WARNING|INFO|DEBUG)\] ([^]*)$/;

function parseLine(line: string): LogRow {
  for (const [pattern, kind] of platformPrefixes) {
    if (pattern.test(line)) return { kind, timeMs: null, level: null, message: line, json: null };
  }
  if (line.startsWith('{')) return parseJsonLine(line) ?? bare(line);
  const node = nodeLine.exec(line);
  if (node) return message(node[1], node[3], node[4]);
  const python = pythonLine.exec(line);
  if (python) return message(python[2], python[1], python[4]);
  const error = pythonError.exec(line);
  if (error) return message(undefined, error[1], error[2]);
  return bare(line);
}

function parseJsonLine(line: string): LogRow | null {
  const record = jsonObject(line);
  if (record === null) return null;
  const time = record['timestamp'] ?? record['time'];
  const timeMs = typeof time === 'string' ? parseTime(time) : null;
  const type = record['type'];
  if (typeof type === 'string' && type.startsWith('platform.')) {
    return { kind: platformKind(type), timeMs, level: null, message: type, json: line };
  }
  const level = record['level'] ?? record['log_level'];
  const text = record['message'] ?? record['errorMessage'] ?? record['msg'];
  return {
    kind: 'message',
    timeMs,
    level: typeof level === 'string' ? levelOf(level) : null,
    message: typeof text === 'string' ? text : text === undefined ? line : JSON.stringify(text),
    json: line,
  };
}

function jsonObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const platformTypes: Record<string, PlatformKind> = {
  'platform.start': 'start',
  'platform.runtimeDone': 'end',
  'platform.report': 'report',
  'platform.initStart': 'init',
  'platform.initRuntimeDone': 'init',
  'platform.initReport': 'init',
  'platform.restoreStart': 'restore',
  'platform.restoreRuntimeDone': 'restore',
  'platform.restoreReport': 'restore',
  'platform.extension': 'extension',
};

function platformKind(type: string): PlatformKind {
  return Object.hasOwn(platformTypes, type) ? (platformTypes[type] ?? 'platform') : 'platform';
}

const levels: Record<string, LogLevel> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  NOTICE: 'info',
  WARN: 'warn',
  WARNING: 'warn',
  ERROR: 'error',
  FATAL: 'fatal',
  CRITICAL: 'fatal',
};

function levelOf(word: string): LogLevel | null {
  const key = word.toUpperCase();
  return Object.hasOwn(levels, key) ? (levels[key] ?? null) : null;
}

function message(time: string | undefined, level: string | undefined, text: string | undefined): LogRow {
  return {
    kind: 'message',
    timeMs: time === undefined ? null : parseTime(time),
    level: level === undefined ? null : levelOf(level),
    message: text ?? '',
    json: null,
  };
}

function bare(line: string): LogRow {
  return { kind: 'message', timeMs: null, level: null, message: line, json: null };
}

function parseTime(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/** Indented lines (Python indents with U+00A0) and a traceback's head belong to the record before them. */
function continues(line: string, last: LogRow): boolean {
  if (last.kind !== 'message' || last.json !== null) return false;
  return /^[ \t\u00a0}\])]/.test(line) || (last.level === 'error' && line.startsWith('Traceback '));
}
