/** One row of a log: a record that a function or the platform wrote. */
export interface LogRow {
  /** A line of the platform, or one that the function wrote. */
  kind: PlatformKind | 'message';
  /** Milliseconds since the epoch; null when the line carries no time. */
  timeMs: number | null;
  level: LogLevel | null;
  message: string;
  /** The lines of its stack trace. */
  stack: string[];
  /** The JSON object that the line was, or that it carried at its end. */
  json: string | null;
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

/** A line that begins a record. */
export function parseLogLine(line: string): LogRow {
  const platform = platformPrefixes.find(([prefix]) => prefix.test(line));
  if (platform) return { ...bare(line), kind: platform[1] };
  if (line.startsWith('{')) return parseJsonLine(line) ?? bare(line);
  for (const read of readers) {
    const row = read(line);
    if (row !== null) return row;
  }
  return bare(line);
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

const readers: readonly ((line: string) => LogRow | null)[] = [
  readNodeLine,
  readPythonLine,
  readPythonError,
  readTimeOut,
  readPlatformError,
];

/** `time TAB request id TAB LEVEL TAB message` of the Node.js runtime. */
function readNodeLine(line: string): LogRow | null {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\t([^\t]*)\t([A-Z]+)\t([^]*)$/.exec(line);
  if (!found) return null;
  const [, time, , level, text = ''] = found;
  return { ...withJson(text), timeMs: timeOf(time), level: levelOf(level) };
}

/** `[LEVEL] TAB time TAB request id TAB message` of the Python runtime. */
function readPythonLine(line: string): LogRow | null {
  const found = /^\[([A-Z]+)\]\t(\d{4}-\d\d-\d\dT[\d:.]+Z)\t([^\t]*)\t([^]*)$/.exec(line);
  if (!found) return null;
  const [, level, time, , text = ''] = found;
  return { ...withJson(text), timeMs: timeOf(time), level: levelOf(level) };
}

/** `[ERROR] Type: message`, an uncaught exception in Python. */
function readPythonError(line: string): LogRow | null {
  const [, level, text = ''] = /^\[(ERROR|CRITICAL|WARNING|INFO|DEBUG)\] ([^]*)$/.exec(line) ?? [];
  return level === undefined ? null : { ...bare(text), level: levelOf(level) };
}

/** `time request-id Task timed out after 3.05 seconds`. */
function readTimeOut(line: string): LogRow | null {
  const [, time, text = ''] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) \S+ (Task timed out .*)$/.exec(line) ?? [];
  return time === undefined ? null : { ...bare(text), timeMs: timeOf(time), level: 'error' };
}

/** `RequestId: … Error: Runtime exited with error: signal: killed`. */
function readPlatformError(line: string): LogRow | null {
  return /^RequestId: \S+ Error: /.test(line) ? { ...bare(line), level: 'error' } : null;
}

function parseJsonLine(line: string): LogRow | null {
  const record = jsonObject(line);
  if (record === null) return null;
  const time = record['timestamp'] ?? record['time'];
  const type = record['type'];
  const row = { ...bare(line), timeMs: typeof time === 'string' ? timeOf(time) : null, json: line };
  if (typeof type === 'string' && type.startsWith('platform.')) {
    return { ...row, kind: platformTypes.get(type) ?? 'platform', message: type };
  }
  const level = record['level'] ?? record['log_level'];
  return {
    ...row,
    level: typeof level === 'string' ? levelOf(level) : null,
    message: messageOf(record) ?? line,
  };
}

function messageOf(record: Record<string, unknown>): string | undefined {
  const text = record['message'] ?? record['errorMessage'] ?? record['msg'];
  return typeof text === 'string' ? text : JSON.stringify(text);
}

/** An uncaught error ends with its document, and structured logging with an object. */
function withJson(text: string): LogRow {
  const start = text.search(/[\t ]\{/);
  const json = start === -1 ? null : text.slice(start + 1);
  if (json === null || !json.endsWith('}') || jsonObject(json) === null) return bare(text);
  return { ...bare(text.slice(0, start).trimEnd()), json };
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const platformTypes: ReadonlyMap<string, PlatformKind> = new Map<string, PlatformKind>([
  ['platform.start', 'start'],
  ['platform.runtimeDone', 'end'],
  ['platform.report', 'report'],
  ['platform.initStart', 'init'],
  ['platform.initRuntimeDone', 'init'],
  ['platform.initReport', 'init'],
  ['platform.restoreStart', 'restore'],
  ['platform.restoreRuntimeDone', 'restore'],
  ['platform.restoreReport', 'restore'],
  ['platform.extension', 'extension'],
]);

const levels: ReadonlyMap<string, LogLevel> = new Map<string, LogLevel>([
  ['TRACE', 'trace'],
  ['DEBUG', 'debug'],
  ['INFO', 'info'],
  ['NOTICE', 'info'],
  ['WARN', 'warn'],
  ['WARNING', 'warn'],
  ['ERROR', 'error'],
  ['FATAL', 'fatal'],
  ['CRITICAL', 'fatal'],
]);

function levelOf(word = ''): LogLevel | null {
  return levels.get(word.toUpperCase()) ?? null;
}

function bare(message: string): LogRow {
  return { kind: 'message', timeMs: null, level: null, message, stack: [], json: null };
}

function timeOf(text = ''): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
