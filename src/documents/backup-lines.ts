import { decodeBase64, encodeBase64 } from './base64.ts';

/** Bytes of a backup file, and of its text, that are read at most. */
export const backupLimits = { fileBytes: 134_217_728, textBytes: 268_435_456, lineBytes: 16_777_216 };

/** A value as JSON can say it: bytes and dates become objects of one key. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: encodeBase64(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toPlain(one)]));
}

/** The way back, into fresh objects; keys that reach prototypes are left out, at any depth. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first) {
    const [key, one] = first;
    if (key === '$bytes' && typeof one === 'string') return decodeBase64(one);
    if (key === '$date' && typeof one === 'number') return new Date(one);
  }
  return Object.fromEntries(
    entries.filter(([key]) => !reachingPrototypes.has(key)).map(([key, one]) => [key, fromPlain(one)]),
  );
}

const reachingPrototypes = new Set(['__proto__', 'constructor', 'prototype']);

/** Lines as one gzip file. */
export async function packLines(lines: Iterable<string>): Promise<Blob> {
  const parts = (function* encoded() {
    for (const line of lines) yield new TextEncoder().encode(`${line}\n`);
  })();
  const stream = new ReadableStream<BufferSource>({
    pull(controller) {
      const next = parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return new Response(stream.pipeThrough(new CompressionStream('gzip'))).blob();
}

export type UnpackedLines = { ok: true; lines: readonly string[] } | { ok: false; message: string };

/** The lines of a backup file, as far as it stays within the limits. Never holds much more than they allow. */
export async function unpackLines(file: Blob, limits = backupLimits): Promise<UnpackedLines> {
  if (file.size > limits.fileBytes) return tooLarge;
  const packed = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return refused('This is no backup of Invoke Console.');
  const slices = slicesOf(file).pipeThrough(new DecompressionStream('gzip'));
  const reader = slices.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  const lines: string[] = [];
  let rest = '';
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      const [first = '', ...others] = read.value.split('\n');
      rest += first;
      for (const line of others) {
        lines.push(rest);
        rest = line;
      }
      if (length > limits.textBytes || rest.length > limits.lineBytes) {
        await reader.cancel();
        return tooLarge;
      }
    }
  } catch {
    return refused('The file is damaged: it can not be unpacked to its end. Nothing was taken from it.');
  }
  return rest === '' ? { ok: true, lines } : refused('The file is cut off. Nothing was taken from it.');
}

/** Small, because a browser inflates a whole write before it hands anything out. */
const sliceBytes = 4_096;

function slicesOf(file: Blob): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream<BufferSource>({
    async pull(controller) {
      if (at >= file.size) return controller.close();
      // Many slices are read at once, and handed on one by one.
      const block = new Uint8Array(await file.slice(at, at + 64 * sliceBytes).arrayBuffer());
      at += block.length;
      for (let from = 0; from < block.length; from += sliceBytes)
        controller.enqueue(block.subarray(from, from + sliceBytes));
    },
  });
}

function refused(message: string): UnpackedLines {
  return { ok: false, message };
}

const tooLarge = refused('The file is larger than a backup can be. Nothing was taken from it.');
