import { jsonText, toRecord } from './json-object.ts';
import type { StackFrame } from './types.ts';

/** One entry of a function error's stack: a line of text, or an object or array as some runtimes write it. */
export function parseStackFrame(entry: unknown): StackFrame {
  if (typeof entry === 'string') return frameOfText(entry);
  return frameOfStructure(entry) ?? { text: jsonText(entry) };
}

type Place = { file: string; line: number };

function frameOfText(entry: string): StackFrame {
  const text = entry.trimEnd();
  const place = nodePlace(text) ?? dotnetPlace(text) ?? matchPlace(text);
  return { text, ...place };
}

/** Where file and line stand in a line of Python, Ruby and Java. Each pattern needs one pass over the line. */
const placePatterns = [
  /^\s*File "([^"\n]+)", line (\d{1,9})/,
  /^([^\n]+?):(\d{1,9}):in /,
  /\(([^():]+):(\d{1,9})\)$/,
] as const;

function matchPlace(text: string, patterns: readonly RegExp[] = placePatterns): Place | undefined {
  for (const pattern of patterns) {
    const [, file, line] = pattern.exec(text) ?? [];
    if (file !== undefined && line !== undefined) return { file, line: Number(line) };
  }
  return undefined;
}

/** `at fn (file:///var/task/index.mjs:3:19)`, `at async /var/task/index.js:3:19`; the path may hold anything. */
function nodePlace(text: string): Place | undefined {
  const line = text.trimStart();
  if (!line.startsWith('at ')) return undefined;
  const bracket = line.indexOf(' (');
  const bare =
    bracket > 0 && line.endsWith(')') ? line.slice(bracket + 2, -1) : line.slice(3).replace(/^async /, '');
  const place = matchPlace(bare, [/^(?!eval at )(.+):(\d{1,9}):\d{1,9}$/]);
  return place && { ...place, file: place.file.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, '') };
}

/** `at A.B(Int32 x) in /src/B.cs:line 7` */
function dotnetPlace(text: string): Place | undefined {
  const [, ...rest] = text.split(') in ');
  return matchPlace(rest.join(') in '), [/^(.+):line (\d{1,9})$/]);
}

/** Go: `{path, line, label}`; Java by field names; Python before 3.7: `[file, line, function, code]`. */
function frameOfStructure(entry: unknown): StackFrame | undefined {
  const { path, fileName, line: row, lineNumber, label: name, methodName } = toRecord(entry) ?? {};
  const parts: readonly unknown[] = Array.isArray(entry)
    ? entry
    : [path ?? fileName, row ?? lineNumber, name ?? methodName];
  const [file, line, label] = parts;
  if (typeof file !== 'string' || typeof line !== 'number') return undefined;
  const place = `${file}:${line}`;
  return { text: typeof label === 'string' && label !== '' ? `${label} (${place})` : place, file, line };
}
