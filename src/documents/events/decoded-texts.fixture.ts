import { decodeBase64 } from '../base64.ts';

/** Every text in a value, and every text that can be read out of one: JSON, base64, gzip, S3's keys, addresses. */
export async function decodedTexts(value: unknown): Promise<string[]> {
  if (typeof value === 'string') return [value, ...(await readings(value))];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  const bytes = Array.isArray(value) && value.length > 0 && value.every((item) => Number.isInteger(item));
  const inside = await Promise.all(Object.values(value).map(decodedTexts));
  return [...names, ...inside.flat(), ...(bytes ? [new TextDecoder().decode(Uint8Array.from(value))] : [])];
}

async function readings(text: string): Promise<string[]> {
  const structured = /^\s*[[{]/.test(text) ? await decodedTexts(parsed(text)) : [];
  const bytes = text === '' ? null : decodeBase64(text);
  const plain = bytes === null ? [] : await decodedBytes(bytes);
  return [...structured, ...plain, ...unescaped(text), ...unescaped(text.replaceAll('+', ' '))];
}

async function decodedBytes(bytes: Uint8Array): Promise<string[]> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return decodedTexts(await new Response(stream).text());
  }
  const text = new TextDecoder().decode(bytes);
  return /^\s*[[{]/.test(text) ? [text, ...(await decodedTexts(parsed(text)))] : [text];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unescaped(text: string): string[] {
  try {
    return text.includes('%') || text.includes(' ') ? [decodeURIComponent(text)] : [];
  } catch {
    return [];
  }
}
