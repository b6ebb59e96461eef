import { comparableJson, comparableLog } from '../documents/compare-text.ts';
import type { OmittedBody, Run } from './types.ts';

export type ComparedPart = 'response' | 'payload' | 'log';

/** What of a run is laid beside that of another. */
export function comparedText(run: Run, part: ComparedPart, ignored: ReadonlySet<string>): string {
  if (part === 'log') return logText(run, ignored);
  const omitted = part === 'payload' ? run.omitted.request : run.omitted.response;
  if (omitted) return omittedWords(omitted);
  return bodyText(part === 'payload' ? run.request.payload.bytes : responseBytes(run), ignored);
}

function logText({ result }: Run, ignored: ReadonlySet<string>): string {
  if (!result?.ok) return '';
  const { logResult, requestId } = result.output;
  return comparableLog(logResult?.text ?? '', {
    ignored,
    requestId: requestId ?? logResult?.report?.requestId,
  });
}

/** What came back, of an error too; nothing when there was no answer. */
export function responseBytes({ result }: Run): Uint8Array {
  if (!result) return new Uint8Array(0);
  return (result.ok ? result.output.payload : result.error.body) ?? new Uint8Array(0);
}

function bodyText(bytes: Uint8Array, ignored: ReadonlySet<string>): string {
  try {
    return comparableJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes), ignored);
  } catch {
    return hexText(bytes);
  }
}

const bytesPerLine = 16;

/** As many lines as a person may look at; the size tells the rest. */
function hexText(bytes: Uint8Array): string {
  const lines = [`${bytes.length} bytes`];
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += bytesPerLine) {
    const line = [...bytes.subarray(at, at + bytesPerLine)];
    lines.push(line.map((byte) => byte.toString(16).padStart(2, '0')).join(' '));
  }
  return lines.join('\n');
}

function omittedWords({ sizeBytes, sha256 }: OmittedBody): string {
  return `Not kept: ${sizeBytes.toLocaleString()} bytes${sha256 === null ? '' : `\nSHA-256 ${sha256}`}`;
}
