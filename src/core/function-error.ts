import { defined } from './defined.ts';
import { jsonText, parseJsonObject, toRecord } from './json-object.ts';
import { parseStackFrame } from './stack-frame.ts';
import type { FunctionError, StackFrame } from './types.ts';

/** Causes nested deeper than this are left out: no exception chain is that long, a hostile document may be. */
const MAX_DEPTH = 32;

/**
 * Reads the error document that a runtime or the platform returns with X-Amz-Function-Error into one shape.
 *
 * Knows Node, Python, Java, .NET, Go, Ruby, Rust and the platform's own documents. Undefined when the payload
 * is no such document. A successful payload may look the same: ask only when the answer is a function error.
 */
export function parseFunctionError(payload: Uint8Array): FunctionError | undefined {
  const document = parseJsonObject(new TextDecoder().decode(payload));
  return document && isErrorDocument(document) ? toFunctionError(document, 0) : undefined;
}

function isErrorDocument(document: Record<string, unknown>): boolean {
  return (
    memberText(document['errorType']) !== undefined || memberText(document['errorMessage']) !== undefined
  );
}

function toFunctionError(document: Record<string, unknown>, depth: number): FunctionError {
  const errorType = memberText(document['errorType']);
  const errorMessage = memberText(document['errorMessage']);
  const causes = depth < MAX_DEPTH ? readCauses(document, depth + 1) : [];
  return {
    ...defined({ errorType, errorMessage }),
    frames: readFrames(document, { errorType, errorMessage }),
    causes,
  };
}

/** Documents are user data: a message may be an object or a number. An empty message is one too. */
function memberText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : jsonText(value);
}

type Heading = { errorType: string | undefined; errorMessage: string | undefined };

/** Node writes `trace`, the other runtimes `stackTrace`. */
function readFrames(document: Record<string, unknown>, heading: Heading): StackFrame[] {
  const trace = toLines(document['trace'] ?? document['stack']);
  const entries = trace ? withoutHeading(trace, heading) : (toLines(document['stackTrace']) ?? []);
  return entries.map(parseStackFrame);
}

function toLines(stack: unknown): readonly unknown[] | undefined {
  if (typeof stack === 'string') return stack.split('\n');
  return Array.isArray(stack) ? stack : undefined;
}

/** A Node stack begins with `Type: message`, one entry a line; that is said already and is no frame. */
function withoutHeading(
  entries: readonly unknown[],
  { errorType, errorMessage }: Heading,
): readonly unknown[] {
  const firstFrame = entries.findIndex((entry) => typeof entry !== 'string' || /^\s+at /.test(entry));
  const size = firstFrame < 0 ? entries.length : firstFrame;
  const text = entries.slice(0, size).join('\n');
  const repeats = errorMessage
    ? text.endsWith(errorMessage)
    : text === errorType || text === `${errorType}: `;
  return size > 0 && repeats ? entries.slice(size) : entries;
}

/** Java and .NET nest `cause`; .NET also lists `causes` of an AggregateException, the first one twice. */
function readCauses(document: Record<string, unknown>, depth: number): FunctionError[] {
  const listed = Array.isArray(document['causes']) ? document['causes'] : [];
  const causes = listed.flatMap((entry) => toCause(entry, depth));
  const [single] = toCause(document['cause'], depth);
  const isListed = causes.some(
    (cause) => cause.errorType === single?.errorType && cause.errorMessage === single?.errorMessage,
  );
  return single && !isListed ? [single, ...causes] : causes;
}

function toCause(value: unknown, depth: number): FunctionError[] {
  const record = toRecord(value);
  if (record) return isErrorDocument(record) ? [toFunctionError(record, depth)] : [];
  return typeof value === 'string' && value !== '' ? [{ errorMessage: value, frames: [], causes: [] }] : [];
}
