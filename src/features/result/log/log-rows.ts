import { parseLogLine, type LogRow } from './log-line.ts';

/**
 * Splits a decoded log tail into rows a person can scan: the text and JSON log formats of Lambda's runtimes, and
 * the platform's own lines. What is not recognised stays as it is, as a row without time and level: nothing of
 * the tail is dropped.
 */
export function logRows(text: string): LogRow[] {
  const rows: LogRow[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    // A runtime that writes line by line turns the line ends inside of a message into carriage returns.
    const [first = '', ...rest] = line.replace(/\r$/, '').split('\r');
    addLine(rows, first);
    for (const part of rest) addPart(rows, part);
  }
  return rows;
}

function addLine(rows: LogRow[], line: string): void {
  const last = rows.at(-1);
  if (last === undefined || !continues(line, last)) rows.push(parseLogLine(line));
  else addPart(rows, line);
}

/** What follows a message: a frame of its stack, and all after it, can be folded away. */
function addPart(rows: LogRow[], part: string): void {
  const last = rows.at(-1);
  if (last === undefined) return;
  if (last.stack.length > 0 || isFrame(part)) last.stack.push(part);
  else last.message += `\n${part}`;
}

/** Indented lines (Python indents with U+00A0), closing brackets and a traceback belong to the record before them. */
function continues(line: string, last: LogRow): boolean {
  if (last.kind !== 'message' || last.json !== null) return false;
  if (/^[ \t\u00a0}\])]/.test(line)) return true;
  const isError = last.level === 'error' || last.level === 'fatal';
  return isError && /^(?:Traceback |Caused by: |goroutine \d|\w+\.\w+$)/.test(line);
}

/** How a line of a stack begins in Node, Java and .NET, in Python, in Ruby and in Go. */
function isFrame(line: string): boolean {
  return /^(?:[ \t\u00a0]*at |[ \t\u00a0]+File "|Traceback |Caused by: |[ \t\u00a0]*\.\.\. \d+ more|\t\S+\.(?:rb|go):\d+|goroutine \d)/.test(
    line,
  );
}
