import type { ComparedSource } from '../documents/compare/compared-text.ts';
import type { OmittedBody, Run } from './types.ts';

export type ComparedPart = 'response' | 'payload' | 'log';

/** What of a run is laid beside that of another. */
export function comparedSource(run: Run, part: ComparedPart): ComparedSource {
  if (part === 'log') return logSource(run);
  const omitted = part === 'payload' ? run.omitted.request : run.omitted.response;
  if (omitted) return { kind: 'words', text: omittedWords(omitted) };
  return { kind: 'body', bytes: part === 'payload' ? run.request.payload.bytes : responseBytes(run) };
}

/** What came back, of an error too; nothing when there was no answer. */
export function responseBytes({ result }: Run): Uint8Array {
  if (!result) return new Uint8Array(0);
  return (result.ok ? result.output.payload : result.error.body) ?? new Uint8Array(0);
}

function logSource({ result }: Run): ComparedSource {
  if (!result?.ok) return { kind: 'words', text: '' };
  const { logResult, requestId } = result.output;
  return {
    kind: 'log',
    text: logResult?.text ?? '',
    requestId: requestId ?? logResult?.report?.requestId,
  };
}

function omittedWords({ sizeBytes, sha256 }: OmittedBody): string {
  return `Not kept: ${sizeBytes.toLocaleString()} bytes${sha256 === null ? '' : `\nSHA-256 ${sha256}`}`;
}
