import { comparableJson, comparableLog } from '../compare-text.ts';

/** What is laid beside that of another run: a body as it came, a log, or words in the place of what is not there. */
export type ComparedSource =
  | { kind: 'body'; bytes: Uint8Array }
  | { kind: 'log'; text: string; requestId: string | undefined }
  | { kind: 'words'; text: string };

/** As lines that can be compared; the values of members whose names are ignored are left out. */
export function comparedText(source: ComparedSource, ignored: ReadonlySet<string>): string {
  if (source.kind === 'words') return source.text;
  if (source.kind === 'log') return comparableLog(source.text, { ignored, requestId: source.requestId });
  try {
    return comparableJson(new TextDecoder('utf-8', { fatal: true }).decode(source.bytes), ignored);
  } catch {
    return hexText(source.bytes);
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
